import { z } from 'zod'
import type { Policy } from '#platform/access/policy.ts'
import { unitReaders } from '#modules/organisation/index.ts'
import { mandatePosts, remunerationKinds } from '../../rules/posts/kinds.ts'

/** Who sits where is open to all who belong to the organisation: names and posts, nothing else about a person. */
export const openPolicy = {
  allow: 'roles',
  roles: unitReaders,
  reach: 'organisation',
} as const satisfies Policy

/** What persons are paid for: those who keep the register, decide, or examine. */
export const paidPolicy = {
  allow: 'roles',
  roles: ['owner', 'registrar', 'board', 'auditor'],
  secondFactor: true,
} as const satisfies Policy

export const day = z.iso.date()
export const reason = z.string().trim().max(500).optional()

const dated = { validFrom: day, validTo: day.nullable() }
const who = { personId: z.uuid(), name: z.string() }

/** Somebody in a seat of one of our bodies. */
export const termShape = z.object({
  id: z.uuid(),
  ...who,
  seatId: z.uuid(),
  bodyId: z.uuid(),
  standing: z.enum(['ordinary', 'substitute']),
  ...dated,
  appointedBy: z.string(),
  decision: z.string(),
  endedReason: z.string(),
})

/** Somebody in a public body. */
export const mandateShape = z.object({
  id: z.uuid(),
  ...who,
  publicBodyId: z.uuid(),
  seatKind: z.enum(['ordinary', 'deputy']),
  post: z.enum(mandatePosts),
  partyGroup: z.string(),
  ...dated,
  appointedBy: z.string(),
  /** The agreement that gave the post. */
  viaAgreement: z.string(),
  endedReason: z.string(),
  namePublic: z.boolean(),
})

/** What somebody is paid for. */
export const remunerationShape = z.object({
  id: z.uuid(),
  ...who,
  mandateId: z.uuid().nullable(),
  termId: z.uuid().nullable(),
  /** The post's words: what and where. */
  postName: z.string(),
  kind: z.enum(remunerationKinds),
  /** Per cent of a full time, as an exact decimal text; null by the hour. */
  degree: z.string().nullable(),
  areas: z.array(z.string()),
  ...dated,
  reason: z.string(),
  endedReason: z.string(),
  temporary: z.boolean(),
  purpose: z.string(),
  supportedUnits: z.array(z.string()),
  hours: z.string().nullable(),
})
