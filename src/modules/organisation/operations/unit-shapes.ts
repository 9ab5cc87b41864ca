import { z } from 'zod'

/** A unit as it stood on a day. */
export const unitShape = z.object({
  id: z.uuid(),
  /** Null for the top unit. */
  parentId: z.uuid().nullable(),
  kind: z.string(),
  name: z.string(),
  slug: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  /** How many units lie above it. */
  depth: z.number().int(),
})

/** What the organisation calls a kind of units. */
export const unitKindShape = z.object({
  key: z
    .string()
    .trim()
    .regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/, 'unitKind.key'),
  singular: z.string().trim().min(1).max(60),
  plural: z.string().trim().min(1).max(60),
  /** Tied to no address: interest and trade associations, affiliates. */
  beside: z.boolean(),
})

export const unitName = z.string().trim().min(1).max(200)

/** The first day on which a change holds; today when it is left out. */
export const fromDay = z.iso.date().optional()
