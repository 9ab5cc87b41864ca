import { z } from 'zod'
import type { Role } from '#platform/access/roles.ts'

/** Those who change lists of priorities, and tag things to them. */
export const priorityWriters = ['owner', 'secretary', 'board'] as const satisfies readonly [Role, ...Role[]]

export const listId = z.uuid().describe('A body’s list of priorities for a period')
export const priorityTitle = z.string().trim().min(1).max(200)
export const priorityWhy = z.string().trim().max(2000)

/** The first day on which a change of a list holds; today, or the nearest day of its period, when it is left out. */
export const changeDay = z.iso.date().optional()

export const listShape = z.object({
  id: listId,
  unitId: z.uuid(),
  unitName: z.string(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  title: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
})

export const priorityShape = z.object({
  id: z.uuid(),
  /** 1 comes first. */
  rank: z.number().int(),
  title: z.string(),
  why: z.string(),
})

export const adoptionShape = z.object({
  bodyId: z.uuid(),
  bodyName: z.string(),
  day: z.iso.date(),
  decision: z.string(),
})

/** The module and the noun, as it was registered: `budget.adjustment`. */
export const thingKind = z.string().regex(/^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/)

export const thingShape = z.object({
  kind: z.string(),
  id: z.uuid(),
  title: z.string(),
  /** What it stands in: a book, a campaign. */
  group: z.string(),
  address: z.string(),
  amounts: z
    .object({
      unit: z.string(),
      decimals: z.number().int(),
      /** Exact decimal texts by year; null for a blank. */
      years: z.record(z.string(), z.string().nullable()),
    })
    .nullable(),
})

export const sumsShape = z.array(
  z.object({
    unit: z.string(),
    decimals: z.number().int(),
    years: z.array(z.object({ year: z.string(), amount: z.string().nullable() })),
  }),
)
