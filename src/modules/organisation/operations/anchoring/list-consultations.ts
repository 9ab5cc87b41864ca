import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { insideRoles } from '../../inside-roles.ts'
import { inUrgency, sideOf, stateOn } from '../../rules/anchoring/consultation.ts'
import { readConsultations } from '../../store/anchoring/read-consultations.ts'
import { consultationShape, side } from './consultation-shapes.ts'

/** Who has asked whom before deciding, what waits for whose answer, and what came of the rest. Seen from both sides. */
export const listConsultations = readOperation({
  name: 'list-consultations',
  summary: 'Consultations before decisions, on one side of which a unit or body stands; overdue ones first.',
  route: 'GET /anchoring/consultations',
  policy: { allow: 'roles', roles: insideRoles },
  input: z.object({ unitId: z.uuid().optional(), bodyId: z.uuid().optional() }),
  output: z.object({ asOf: z.iso.date(), consultations: z.array(consultationShape.extend({ side })) }),
  example: () => ({}),
  async run({ db, now, scope }, which) {
    const day = today(now)
    const read = await readConsultations(db, {
      ...(which.unitId ? { unitId: which.unitId } : {}),
      ...(which.bodyId ? { bodyId: which.bodyId } : {}),
    })
    return {
      asOf: day,
      consultations: inUrgency(
        read.map(({ background: _, askedByName: __, answers, ...each }) => ({
          ...each,
          // Whoever stands on neither side does not see it.
          side: sideOf(each, scope) ?? 'both',
          state: stateOn({ answerBy: each.answerBy, answers }, day),
          outcome: answers.at(-1)?.outcome ?? null,
        })),
      ),
    }
  },
})
