import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { answerFault, outcomes, sideOf } from '../../rules/anchoring/consultation.ts'
import { readConsultations } from '../../store/anchoring/read-consultations.ts'
import { firstDay } from '../../store/change-unit.ts'
import { anchoringRoles, day } from './consultation-shapes.ts'

/**
 * Writes what those who were asked say, after whatever they said before. Those who asked may note that no answer came in
 * time; what anybody has answered is never rewritten.
 */
export const answerConsultation = writeOperation({
  name: 'answer-consultation',
  summary: 'Answer a consultation: for, for with changes, against or no answer. Earlier answers are kept.',
  route: 'POST /anchoring/consultations/{consultationId}/answers',
  policy: { allow: 'roles', roles: anchoringRoles },
  input: z.object({
    consultationId: z.uuid(),
    outcome: z.enum(outcomes),
    text: z.string().trim().max(10_000).optional(),
    answeredOn: day.optional(),
  }),
  output: z.object({ answerId: z.uuid(), unitId: z.uuid(), issue: z.string() }),
  example: ({ organisation }) => ({
    consultationId: organisation.consultationId,
    outcome: 'supportsWithChanges' as const,
    text: 'Gärna, men börja med de minsta skolorna.',
  }),
  audit: (input, output) => ({
    kind: 'consultation',
    id: input.consultationId,
    unitId: output.unitId,
    detail: { issue: output.issue, outcome: input.outcome },
  }),
  async run(context, { consultationId, outcome, text, ...input }) {
    const { db, now, organisationId, scope } = context
    const asked = found((await readConsultations(db, { consultationId }))[0])
    const side = found(sideOf(asked, scope))
    const answeredOn = firstDay(input.answeredOn, today(now), 'answeredOn')
    const fault = answerFault(asked, { outcome, answeredOn, side })
    if (fault === 'consultation.notYours') throw new Problem('roleRequired', { detail: fault })
    if (fault) throw new Problem('notPossibleNow', { detail: fault, params: { day: asked.answerBy } })
    const last = asked.answers.at(-1)
    if (last && last.answeredOn > answeredOn) {
      throw new Problem('invalidInput', {
        issues: [
          { path: ['answeredOn'], message: 'consultation.answeredLater', params: { day: last.answeredOn } },
        ],
      })
    }
    const answerId = newId()
    await db
      .insertInto('organisation.consultation_answer')
      .values({
        organisation_id: organisationId,
        id: answerId,
        consultation_id: consultationId,
        outcome,
        text: text ?? '',
        answered_on: answeredOn,
        answered_by_name: actorName(context).name,
        recorded_at: now,
      })
      .execute()
    return { answerId, unitId: asked.toUnitId, issue: asked.issue }
  },
})
