import { z } from 'zod'
import type { Role } from '#platform/access/roles.ts'
import { consultationStates, outcomes } from '../../rules/anchoring/consultation.ts'

/** Who asks and answers for a unit: those who run it, and its board. */
export const anchoringRoles = [
  'owner',
  'registrar',
  'secretary',
  'organiser',
  'board',
] as const satisfies readonly [Role, ...Role[]]

export const day = z.iso.date()

/** On which side the reader stands. */
export const side = z.enum(['asking', 'asked', 'both'])

/** That somebody has asked somebody before deciding, and how it stands. */
export const consultationShape = z.object({
  id: z.uuid(),
  issue: z.string(),
  fromBodyId: z.uuid(),
  fromBodyName: z.string(),
  fromUnitId: z.uuid(),
  fromUnitName: z.string(),
  /** Null when the unit as a whole was asked. */
  toBodyId: z.uuid().nullable(),
  toBodyName: z.string().nullable(),
  toUnitId: z.uuid(),
  toUnitName: z.string(),
  askedOn: day,
  answerBy: day,
  state: z.enum(consultationStates),
  /** What came of it, as it stands now; null while nothing has. */
  outcome: z.enum(outcomes).nullable(),
})
