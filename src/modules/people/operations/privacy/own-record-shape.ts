import { z } from 'zod'
import { affiliationShape } from '../affiliations/affiliation-shapes.ts'
import { contactKinds } from '../../rules/contact.ts'
import { membershipKinds, standings } from '../../rules/membership.ts'

export const consentChannels = ['any', 'email', 'sms', 'phone', 'post'] as const

/** What a person sees of themselves on the own page. */
export const ownRecord = z.object({
  id: z.uuid(),
  givenName: z.string(),
  familyName: z.string(),
  birthDate: z.iso.date().nullable(),
  language: z.enum(['sv', 'en']),
  accessibility: z.string(),
  lawfulBasis: z.string(),
  protected: z.boolean(),
  homeUnitId: z.uuid(),
  homeUnitName: z.string(),
  contacts: z.array(
    z.object({
      id: z.uuid(),
      kind: z.enum(contactKinds),
      value: z.string(),
      preferred: z.boolean(),
      verifiedAt: z.date().nullable(),
      validFrom: z.iso.date(),
    }),
  ),
  memberships: z.array(
    z.object({
      id: z.uuid(),
      unitId: z.uuid(),
      unitName: z.string(),
      kind: z.enum(membershipKinds),
      status: z.enum(standings),
      validFrom: z.iso.date(),
      validTo: z.iso.date().nullable(),
      paidUntil: z.iso.date().nullable(),
    }),
  ),
  consents: z.array(
    z.object({
      id: z.uuid(),
      wordingId: z.uuid(),
      purpose: z.string(),
      version: z.number().int(),
      words: z.string(),
      channel: z.enum(consentChannels),
      givenAt: z.date(),
      givenThrough: z.string(),
      expiresOn: z.iso.date().nullable(),
      withdrawnAt: z.date().nullable(),
      holds: z.boolean(),
    }),
  ),
  /** What may be agreed to and is not. */
  offered: z.array(z.object({ wordingId: z.uuid(), purpose: z.string(), words: z.string() })),
  affiliations: z.array(affiliationShape),
  /** What is agreed to when one tells of them; null when there are no words to ask with. */
  affiliationWords: z.string().nullable(),
  erasure: z
    .object({
      id: z.uuid(),
      state: z.enum(['asked', 'refused', 'done', 'withdrawn']),
      askedAt: z.date(),
      reason: z.string(),
    })
    .nullable(),
  calendarSince: z.date().nullable(),
  /** The units one may move home to, the present one among them. */
  homes: z.array(z.object({ id: z.uuid(), name: z.string() })),
})
