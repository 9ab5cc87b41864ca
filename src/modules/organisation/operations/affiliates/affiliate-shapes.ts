import { z } from 'zod'

export const day = z.iso.date()
export const decision = z.string().trim().max(500).optional()

/** What whoever holds the seat may do besides attending. */
export const rightFields = { speaks: z.boolean(), proposes: z.boolean(), votes: z.boolean() }

/** An affiliate's right to seats in a body, as it stood on a day. */
export const rightShape = z.object({
  seatId: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  roleKind: z.string(),
  title: z.string(),
  number: z.number().int(),
  ...rightFields,
  decision: z.string(),
  since: day,
})
