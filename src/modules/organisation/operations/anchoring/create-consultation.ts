import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { requireBody } from '../../store/bodies/change-body.ts'
import { readBodies } from '../../store/bodies/read-bodies.ts'
import { firstDay } from '../../store/change-unit.ts'
import { anchoringRoles, day } from './consultation-shapes.ts'

/** Lets a body ask another one, or a unit as a whole, before it decides: about what, and until when an answer is wanted. */
export const createConsultation = writeOperation({
  name: 'create-consultation',
  summary: 'Ask another body or a unit before a body decides, with a day by which an answer is wanted.',
  route: 'POST /anchoring/consultations',
  policy: { allow: 'roles', roles: anchoringRoles },
  input: z
    .object({
      fromBodyId: z.uuid(),
      toBodyId: z.uuid().optional().describe('The body asked; or else the unit as a whole'),
      toUnitId: z.uuid().optional(),
      issue: z.string().trim().min(1).max(200),
      background: z.string().trim().max(10_000).optional(),
      askedOn: day.optional(),
      answerBy: day,
    })
    .refine(({ toBodyId, toUnitId }) => (toBodyId === undefined) !== (toUnitId === undefined), {
      path: ['to'],
      message: 'consultation.oneAsked',
    }),
  output: z.object({ consultationId: z.uuid(), unitId: z.uuid() }),
  example: ({ organisation }) => ({
    fromBodyId: organisation.bodyId,
    toBodyId: organisation.networkId,
    issue: 'Samverkan om skolskjutsarna',
    answerBy: '2099-12-31',
  }),
  audit: (input, output) => ({
    kind: 'consultation',
    id: output.consultationId,
    unitId: output.unitId,
    detail: { issue: input.issue },
  }),
  async run(context, { fromBodyId, toBodyId, issue, background, answerBy, ...input }) {
    const { db, now, organisationId, scope } = context
    const records = await readBodies(db)
    const from = requireBody(records, scope, fromBodyId)
    const to = toBodyId ? requireBody(records, 'organisation', toBodyId) : null
    if (from.validTo !== null || (to && to.validTo !== null)) {
      throw new Problem('notPossibleNow', { detail: 'body.ended' })
    }
    if (from.id === to?.id) {
      throw new Problem('invalidInput', { issues: [{ path: ['to'], message: 'consultation.askedItself' }] })
    }
    const toUnitId = to?.unitId ?? input.toUnitId ?? ''
    if (!to) {
      const unit = await db
        .selectFrom('organisation.unit')
        .select('valid_to')
        .where('id', '=', toUnitId)
        .executeTakeFirst()
      if (found(unit).valid_to !== null) throw new Problem('notPossibleNow', { detail: 'unit.ended' })
    }
    const askedOn = firstDay(input.askedOn, today(now), 'askedOn')
    if (answerBy < askedOn) {
      throw new Problem('invalidInput', {
        issues: [{ path: ['answerBy'], message: 'consultation.answerBeforeAsked' }],
      })
    }
    const consultationId = newId()
    await db
      .insertInto('organisation.consultation')
      .values({
        organisation_id: organisationId,
        id: consultationId,
        issue,
        background: background ?? '',
        from_body_id: from.id,
        from_unit_id: from.unitId,
        to_body_id: to?.id ?? null,
        to_unit_id: toUnitId,
        asked_on: askedOn,
        answer_by: answerBy,
        asked_by_name: actorName(context).name,
        recorded_at: now,
      })
      .execute()
    return { consultationId, unitId: from.unitId }
  },
})
