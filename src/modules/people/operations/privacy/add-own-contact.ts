import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { contactKinds, readEmail, readPhone, readPostalCode } from '../../rules/contact.ts'
import type { NewContact } from '../../store/person-rows.ts'
import { addContact } from '../../store/persons/contacts.ts'
import { ownPersonForChange } from '../../store/privacy/own-person.ts'

const line = (most: number) => z.string().trim().max(most).default('')

const input = z.object({
  personId: z.uuid(),
  kind: z.enum(contactKinds),
  /** For e-mail and telephone, as it is written. */
  value: line(254),
  careOf: line(200),
  street: line(200),
  postalCode: line(20),
  city: line(100),
})

/** Adds a way to be reached. */
export const addOwnContact = writeOperation({
  name: 'add-own-contact',
  summary: 'Add an e-mail address, a telephone number or a postal address where you can be reached.',
  route: 'POST /me/contacts',
  policy: { allow: 'signedIn' },
  input,
  output: z.object({ contactId: z.uuid() }),
  example: ({ people }) => ({ personId: people.personId, kind: 'phone' as const, value: '070-174 06 05' }),
  audit: ({ personId, kind }) => ({ kind: 'person', id: personId, detail: { contact: kind } }),
  async run(context, asked) {
    const person = await ownPersonForChange(context, asked.personId)
    const contact = readContact(asked)
    const contactId = await addContact(context, person, contact, 'own page')
    return { contactId }
  },
})

function readContact(asked: z.output<typeof input>): NewContact {
  const { kind } = asked
  if (kind === 'address') {
    const postalCode = readPostalCode(asked.postalCode)
    const issues = [
      ...(asked.street ? [] : [{ path: ['street'], message: 'input.required' }]),
      ...(postalCode ? [] : [{ path: ['postalCode'], message: 'contact.postalCode' }]),
      ...(asked.city ? [] : [{ path: ['city'], message: 'input.required' }]),
    ]
    if (issues.length > 0) throw new Problem('invalidInput', { issues })
    const { careOf, street, city } = asked
    return { kind, address: { careOf, street, postalCode: postalCode!, city, country: 'SE' } }
  }
  const value = kind === 'email' ? readEmail(asked.value) : readPhone(asked.value)
  if (value === null) {
    const message = kind === 'email' ? 'contact.email' : 'contact.phone'
    throw new Problem('invalidInput', { issues: [{ path: ['value'], message }] })
  }
  return { kind, value }
}
