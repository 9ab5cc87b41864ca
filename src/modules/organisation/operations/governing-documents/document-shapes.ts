import { z } from 'zod'
import type { Policy } from '#platform/access/policy.ts'
import { unitReaders } from '../../inside-roles.ts'
import { documentKinds, reviewStates } from '../../rules/governing-documents/review.ts'

/** What an organisation has agreed to work by is open to all who belong to it. */
export const readersPolicy = {
  allow: 'roles',
  roles: unitReaders,
  reach: 'organisation',
} as const satisfies Policy
export const writersPolicy = {
  allow: 'roles',
  roles: ['owner', 'registrar', 'secretary'],
} as const satisfies Policy

export const day = z.iso.date()
export const namedBody = z.object({ id: z.uuid(), name: z.string() })

/** A body's document as it stood on a day. */
export const documentShape = z.object({
  id: z.uuid(),
  bodyId: z.uuid(),
  bodyName: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  kind: z.enum(documentKinds),
  title: z.string(),
  validTo: day.nullable(),
  /** The version that held. */
  number: z.number().int(),
  adoptedOn: day,
  /** Who sees to it that it is reviewed. */
  responsible: namedBody,
  reviewDue: day.nullable(),
  state: z.enum(reviewStates),
})

/** What is written of a version when it is recorded. */
export const versionFields = {
  text: z.string().trim().min(1).max(200_000),
  adoptedOn: day.optional(),
  adoptedByBodyId: z.uuid(),
  responsibleBodyId: z.uuid().optional(),
  reviewDue: day.nullish(),
  note: z.string().trim().max(1000).optional(),
}
