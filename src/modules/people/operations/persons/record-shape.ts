import { z } from 'zod'
import { affiliationShape } from '../affiliations/affiliation-shapes.ts'
import { contactKinds } from '../../rules/contact.ts'
import { membershipKinds, standings } from '../../rules/membership.ts'
import { fieldTypes } from '../../rules/persons/field-value.ts'
import { recordParts } from '../../rules/visible-parts.ts'

export const unitName = z.object({ id: z.uuid(), name: z.string() })

export const consentChannels = ['any', 'email', 'sms', 'phone', 'post'] as const

const contactShape = z.object({
  id: z.uuid(),
  kind: z.enum(contactKinds),
  value: z.string(),
  careOf: z.string(),
  street: z.string(),
  postalCode: z.string(),
  city: z.string(),
  country: z.string(),
  preferred: z.boolean(),
  verifiedAt: z.date().nullable(),
  validFrom: z.iso.date(),
  /** Null while it leads there. */
  validTo: z.iso.date().nullable(),
})

const membershipShape = z.object({
  id: z.uuid(),
  unit: unitName,
  kind: z.enum(membershipKinds),
  status: z.enum(standings),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  paidUntil: z.iso.date().nullable(),
  reason: z.string(),
})

const eventShape = z.object({
  id: z.uuid(),
  at: z.date(),
  /** `unseen` for what tells about a part that the caller does not see. */
  kind: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  byName: z.string(),
})

/** A person's record; a part that the caller's trust does not reach is null. */
export const recordShape = z.object({
  id: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  homeUnit: unitName,
  revision: z.number().int(),
  source: z.string(),
  lawfulBasis: z.string(),
  createdAt: z.date(),
  language: z.enum(['sv', 'en']),
  languages: z.array(z.string()),
  /** The parts that the caller sees. */
  parts: z.array(z.enum(recordParts)),
  birthDate: z.iso.date().nullable(),
  personalNumber: z.string().nullable().describe('Masked; null where there is none or it is not seen'),
  accessibility: z.string().nullable(),
  contacts: z.array(contactShape).nullable(),
  memberships: z.array(membershipShape).nullable().describe('Those that hold first, then those before'),
  consents: z
    .array(
      z.object({
        id: z.uuid(),
        wordingId: z.uuid(),
        purpose: z.string(),
        version: z.number().int(),
        channel: z.enum(consentChannels),
        givenAt: z.date(),
        givenThrough: z.string(),
        expiresOn: z.iso.date().nullable(),
        withdrawnAt: z.date().nullable(),
      }),
    )
    .nullable(),
  tags: z.array(z.object({ id: z.uuid(), name: z.string(), unitId: z.uuid(), since: z.date() })).nullable(),
  fields: z
    .array(
      z.object({
        id: z.uuid(),
        key: z.string(),
        label: z.string(),
        type: z.enum(fieldTypes),
        choices: z.array(z.string()),
        values: z.array(z.string()),
      }),
    )
    .nullable(),
  notes: z
    .array(z.object({ id: z.uuid(), text: z.string(), writtenAt: z.date(), writtenByName: z.string() }))
    .nullable(),
  engagement: z
    .object({
      interests: z.array(z.string()),
      skills: z.array(z.string()),
      availability: z.string(),
      affiliations: z.array(z.string()),
      visibility: z.enum(['unit', 'district']),
      consentId: z.uuid(),
      validFrom: z.iso.date(),
    })
    .nullable(),
  affiliations: z.array(affiliationShape).nullable().describe('What else they belong to, told with consent'),
  timeline: z.array(eventShape).nullable().describe('Newest first'),
  /** Is there more in the timeline than is shown? */
  timelineGoesOn: z.boolean(),
})
export type PersonRecord = z.input<typeof recordShape>
