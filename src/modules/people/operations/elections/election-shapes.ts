import { z } from 'zod'
import { unitReaders } from '#modules/organisation/index.ts'
import type { Policy } from '#platform/access/policy.ts'
import { blocSides } from '../../store/elections/blocs.ts'

/** How elections went and who governs is open to all who belong to the organisation. */
export const electionReaders = {
  allow: 'roles',
  roles: unitReaders,
  reach: 'organisation',
} as const satisfies Policy

/** Those who write it down, for the public bodies of their units. */
export const electionWriters = {
  allow: 'roles',
  roles: ['owner', 'registrar', 'secretary'],
} as const satisfies Policy

export const day = z.iso.date()

const count = z.object({ printed: z.string(), value: z.number().int().nullable() })

/** A row of a result: each figure as it was printed, and as it was read; null where none was printed. */
export const resultRowShape = z.object({
  kind: z.enum(['party', 'others', 'invalid', 'total']),
  name: z.string(),
  votes: count,
  percent: z.object({ printed: z.string(), value: z.string().nullable() }),
  seats: count,
})

/** What is worth a look, or could not be read: the key of a sentence and what fills its blanks. */
export const remarkShape = z.object({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export const partyShape = z.object({
  id: z.uuid(),
  name: z.string(),
  shortName: z.string(),
  own: z.boolean(),
})

export const electionShape = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  publicBodyId: z.uuid(),
  bodyName: z.string(),
  areaName: z.string(),
  level: z.enum(['municipality', 'region', 'state', 'other']),
  day,
  seats: z.number().int(),
  constituencies: z.number().int(),
  source: z.string(),
})

/** How a set of parties stands, and the fewest seats that would change it. */
export const standingShape = z.object({
  seats: z.number().int(),
  majority: z.boolean(),
  missing: z.number().int(),
})
export const shiftsShape = z.object({
  toMajority: z.number().int(),
  governingLoses: z.number().int().nullable(),
  toLarger: z.number().int().nullable(),
})

export const blocShape = z.object({
  id: z.uuid(),
  side: z.enum(blocSides),
  name: z.string(),
  partyIds: z.array(z.uuid()),
  basis: z.string(),
  validFrom: day,
  validTo: day.nullable(),
  ...standingShape.shape,
})

/** A table that somebody pasted, or a file's text. */
export const resultText = z.string().max(100_000)
