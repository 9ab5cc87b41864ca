import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { insideRoles } from '../../inside-roles.ts'
import { outcomes, sideOf, stateOn } from '../../rules/anchoring/consultation.ts'
import { readConsultations } from '../../store/anchoring/read-consultations.ts'
import { consultationShape, day, side } from './consultation-shapes.ts'

/** One consultation: what was asked, every answer in the order they came, and on which side the reader stands. */
export const getConsultation = readOperation({
  name: 'get-consultation',
  summary: 'One consultation before a decision, with what was asked and every answer that came.',
  route: 'GET /anchoring/consultations/{consultationId}',
  policy: { allow: 'roles', roles: insideRoles },
  input: z.object({ consultationId: z.uuid() }),
  output: consultationShape.extend({
    background: z.string(),
    askedByName: z.string(),
    side,
    answers: z.array(
      z.object({
        id: z.uuid(),
        outcome: z.enum(outcomes),
        text: z.string(),
        answeredOn: day,
        answeredByName: z.string(),
      }),
    ),
  }),
  example: ({ organisation }) => ({ consultationId: organisation.consultationId }),
  async run({ db, now, scope }, { consultationId }) {
    const asked = found((await readConsultations(db, { consultationId }))[0])
    return {
      ...asked,
      side: found(sideOf(asked, scope)),
      state: stateOn(asked, today(now)),
      outcome: asked.answers.at(-1)?.outcome ?? null,
    }
  },
})
