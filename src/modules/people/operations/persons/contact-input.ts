import { z } from 'zod'
import { Problem } from '#platform/operations/problem.ts'
import { contactKinds } from '../../rules/contact.ts'
import { readContact, type ContactFault } from '../../rules/persons/read-contact.ts'
import type { NewContact } from '../../store/person-rows.ts'

/** A way to reach somebody as it is written: `value` for e-mail and phone, the other fields for an address. */
export const contactInput = z.object({
  kind: z.enum(contactKinds),
  value: z
    .string()
    .max(300)
    .optional()
    .describe('The e-mail address, or the phone number as people write it'),
  careOf: z.string().max(200).optional(),
  street: z.string().max(200).optional(),
  postalCode: z.string().max(20).optional(),
  city: z.string().max(100).optional(),
  country: z.string().max(2).optional().describe('Two letters; SE when it is left out'),
  preferred: z.boolean().optional(),
})

/**
 * @param path where in the input the contact stands
 * @throws {Problem} invalidInput for what leads to nobody
 */
export function contactOf(input: z.output<typeof contactInput>, path: (string | number)[] = []): NewContact {
  const read = readContact(input)
  if ('fault' in read) throw contactProblem([read], path)
  return input.preferred === undefined ? read : { ...read, preferred: input.preferred }
}

/** Says beside each field what is wrong in it. */
export function contactProblem(faults: readonly ContactFault[], path: (string | number)[] = []): Problem {
  const issues = faults.map(({ field, fault }) => ({ path: [...path, field], message: fault }))
  return new Problem('invalidInput', { issues })
}
