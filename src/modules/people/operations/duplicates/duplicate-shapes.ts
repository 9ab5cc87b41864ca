import { z } from 'zod'
import { membershipKinds, standings } from '../../rules/membership.ts'
import { contactKinds } from '../../rules/contact.ts'

/** Whose value stands when two records become one. */
const side = z.enum(['kept', 'other'])
const sideOrBoth = z.enum(['kept', 'other', 'both'])

export const choicesInput = z
  .object({
    name: side.default('kept'),
    birthDate: side.default('kept'),
    personalNumber: side.default('kept'),
    homeUnit: side.default('kept').describe('Whose home membership goes on; the other one ends'),
    language: side.default('kept'),
    email: sideOrBoth
      .default('both')
      .describe('An address that does not stand ends; it is kept with its last day'),
    phone: sideOrBoth.default('both'),
    address: sideOrBoth.default('kept'),
  })
  .describe('Whose value stands, field by field')

export const reasonOutput = z.object({
  key: z.string(),
  points: z.number().describe('Positive for one person, negative for two'),
})

export const searchOutput = z
  .object({
    searchId: z.uuid(),
    status: z.enum(['searching', 'done', 'cancelled']),
    share: z.number().min(0).max(1),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .nullable()

const unitOutput = z.object({ id: z.uuid(), name: z.string() })

export const sideOutput = z.object({
  id: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.iso.date().nullable(),
  personalNumber: z.string().nullable().describe('Masked'),
  language: z.enum(['sv', 'en']),
  homeUnit: unitOutput,
  source: z.string(),
  createdAt: z.iso.datetime(),
  contacts: z.array(z.object({ kind: z.enum(contactKinds), value: z.string(), preferred: z.boolean() })),
  memberships: z.array(
    z.object({
      unit: unitOutput,
      kind: z.enum(membershipKinds),
      status: z.enum(standings),
      from: z.iso.date(),
      to: z.iso.date().nullable(),
    }),
  ),
  counts: z.object({ consents: z.int(), tags: z.int(), notes: z.int(), events: z.int() }),
})
