import { z } from 'zod'
import { publicBodyKinds, publicLevels } from '../../rules/bodies/public-kinds.ts'

/** A body as it stood on a day. */
export const bodyShape = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  /** The body it lies under; null for none. */
  parentId: z.uuid().nullable(),
  kind: z.string(),
  name: z.string(),
  purpose: z.string(),
  /** The body's own address, never somebody's private one. */
  contactAddress: z.string(),
  isHighest: z.boolean(),
  /** A member may join by themselves. */
  openToJoin: z.boolean(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
  depth: z.number().int(),
})

/** A seat as it stood on a day: a role in a body, and how many there are of it. */
export const seatShape = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  roleKind: z.string(),
  title: z.string(),
  /** The unit whose seat it is to fill; null for none. */
  referenceUnitId: z.uuid().nullable(),
  number: z.number().int(),
  namePublic: z.boolean(),
  contactAddress: z.string(),
})

const key = z
  .string()
  .trim()
  .regex(/^[A-Za-z][A-Za-z0-9-]{0,59}$/, 'unitKind.key')
const words = { key, singular: z.string().trim().min(1).max(60), plural: z.string().trim().min(1).max(60) }

/** What the organisation calls a kind of bodies. */
export const bodyKindShape = z.object(words)

/** What it calls a kind of roles in them. */
export const roleKindShape = z.object({ ...words, substitute: z.boolean() })

/** A public body as it stood on a day. */
export const publicBodyShape = z.object({
  id: z.uuid(),
  /** The unit that answers for those who sit there. */
  unitId: z.uuid(),
  level: z.enum(publicLevels),
  kind: z.enum(publicBodyKinds),
  /** The municipality or region. */
  areaName: z.string(),
  areaCode: z.string(),
  name: z.string(),
  policyArea: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
})

export const bodyName = z.string().trim().min(1).max(200)

/** An address of a body or a role: an e-mail address, or nothing. */
export const contactAddress = z.union([z.literal(''), z.email().max(200)])

/** What a body is, apart from where and when. */
export const bodyFactFields = {
  kind: z.string().trim().min(1).max(60),
  name: bodyName,
  parentId: z.uuid().nullish(),
  purpose: z.string().trim().max(2000).optional(),
  contactAddress: contactAddress.optional(),
  isHighest: z.boolean().optional(),
  openToJoin: z.boolean().optional(),
}
