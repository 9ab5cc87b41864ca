import { z } from 'zod'
import { tidyName } from '../../rules/names.ts'
import { fieldTypes } from '../../rules/persons/field-value.ts'

/** Those who may be let in on a field; those who keep the register see every field. */
const fieldReaders = ['registrar', 'organiser'] as const

export const fieldLabel = z.string().max(400).overwrite(tidyName).min(1).max(100)
export const fieldChoices = z.array(z.string().max(400).overwrite(tidyName).min(1).max(100)).max(100)
export const fieldVisibility = z
  .array(z.enum(fieldReaders))
  .describe('Roles beside those who keep the register')

export const fieldShape = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unit: z.string(),
  key: z.string(),
  label: z.string(),
  type: z.enum(fieldTypes),
  choices: z.array(z.string()),
  visibleTo: z.array(z.string()),
  ownPage: z.boolean(),
  archivedAt: z.date().nullable(),
})

/** The roles as they are kept: the register's keepers always among them. */
export function visibleTo(roles: readonly (typeof fieldReaders)[number][]): string[] {
  return [...new Set(['owner', 'registrar', ...roles])]
}
