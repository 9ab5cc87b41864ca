import { z } from 'zod'
import { unitReaders } from '#modules/organisation/index.ts'
import type { Policy } from '#platform/access/policy.ts'
import { registerReaders } from '../../people-roles.ts'

/** How a unit has grown is open to all who belong to the organisation; what is small is kept back from most. */
export const growthReaders = {
  allow: 'roles',
  roles: unitReaders,
  reach: 'organisation',
} as const satisfies Policy

/** Those who write figures and rules down for their units. */
export const growthWriters = {
  allow: 'roles',
  roles: ['owner', 'registrar', 'secretary'],
} as const satisfies Policy

/** Exact numbers of members, of any unit below: those who may see who they are. No person is named. */
export const countReaders = { allow: 'roles', roles: registerReaders } as const satisfies Policy

export const day = z.iso.date()
export const measure = z.enum(['members', 'votes', 'seats'])

export const highestSinceShape = z
  .union([z.object({ kind: z.literal('ever'), begins: day }), z.object({ kind: z.literal('since'), day })])
  .nullable()

/** How many delegates units send. */
export const delegateRuleShape = z.discriminatedUnion('method', [
  z.object({
    method: z.literal('perStarted'),
    membersPerSeat: z.number().int().min(1).max(100_000),
    least: z.number().int().min(0).max(1000).default(0),
  }),
  z.object({
    method: z.enum(['largestRemainder', 'oddNumber']),
    totalSeats: z.number().int().min(1).max(10_000),
    least: z.number().int().min(0).max(1000).default(0),
  }),
])

export const unitKind = z.string().trim().min(1).max(60)

const count = z.number().int()

/** Delegates unit by unit, by one rule and day, and by another where two are compared. */
export const simulationShape = z.object({
  asOf: day,
  againstDay: day.nullable(),
  unitKind: z.string(),
  rows: z.array(
    z.object({
      unitId: z.uuid(),
      name: z.string(),
      members: count,
      seats: count,
      other: z.object({ members: count, seats: count }).nullable(),
      /** The unit's seats in the body as it stands, and how many are held. */
      delegates: z.object({ seats: count, held: count }),
      substitutes: z.object({ seats: count, held: count }),
    }),
  ),
  total: z.object({ members: count, seats: count }),
  otherTotal: z.object({ members: count, seats: count }).nullable(),
  /** Units between which lots decide, and for how many seats. */
  lots: z.object({ among: z.array(z.string()), seats: count }).nullable(),
  tooFew: z.boolean(),
  hasSeats: z.boolean().describe('Has the body seats that are some unit’s to fill?'),
})

/** What is asked about delegates. */
export const delegateQuestion = z.object({
  bodyId: z.uuid(),
  asOf: day.optional().describe('The day whose members count; today when it is left out'),
  rule: delegateRuleShape.optional().describe('The one that holds on the day when it is left out'),
  unitKind: unitKind.optional(),
  against: z
    .object({ asOf: day.optional(), rule: delegateRuleShape.optional() })
    .optional()
    .describe('Another day, another rule, or both, to compare with'),
})
