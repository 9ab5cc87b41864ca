import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { readAnchoringLinks } from '../../store/anchoring/read-links.ts'
import { requireBody } from '../../store/bodies/change-body.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { firstDay } from '../../store/change-unit.ts'

/** Says from which day a unit answers for a council group or a committee, or until which day it did. Either side may. */
export const setAnchoringLink = writeOperation({
  name: 'set-anchoring-link',
  summary: 'Let a unit answer for a council group or committee from a day, or until a last day.',
  route: 'POST /anchoring/links',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({
    unitId: z.uuid(),
    bodyId: z.uuid(),
    from: z.iso.date().optional(),
    /** Given: it is ended after this day. */
    lastDay: z.iso.date().optional(),
  }),
  output: z.object({ ended: z.boolean() }),
  example: ({ organisation }) => ({
    unitId: organisation.unitId,
    bodyId: organisation.branchBodyId,
    from: '2026-01-01',
  }),
  audit: (input, output) => ({
    kind: 'body',
    id: input.bodyId,
    unitId: input.unitId,
    detail: { ended: output.ended },
  }),
  async run({ db, now, organisationId, scope }, { unitId, bodyId, from, lastDay }) {
    const records = await lockBodies(db)
    const body = requireBody(records, 'organisation', bodyId)
    const trusted = scope === 'organisation' || scope.includes(unitId) || scope.includes(body.unitId)
    if (!trusted) throw new Problem('notFound')
    const unit = found(
      await db
        .selectFrom('organisation.unit')
        .select(['valid_from as validFrom', 'valid_to as validTo'])
        .where('id', '=', unitId)
        .executeTakeFirst(),
    )
    const own = (await readAnchoringLinks(db)).filter(
      (link) => link.unitId === unitId && link.bodyId === bodyId,
    )
    if (lastDay !== undefined) {
      const open = own.find((link) => link.validTo === null)
      if (!open || open.validFrom > lastDay) {
        throw new Problem('notPossibleNow', { detail: 'anchoring.notLinkedThen' })
      }
      const day = firstDay(lastDay, today(now), 'lastDay')
      await db
        .updateTable('organisation.anchoring_link')
        .set({ valid_to: day })
        .where('id', '=', open.id)
        .execute()
      return { ended: true }
    }
    if (body.unitId === unitId) throw new Problem('notPossibleNow', { detail: 'anchoring.ownBody' })
    const day = firstDay(from, today(now))
    if (body.validTo !== null || unit.validTo !== null || day < body.validFrom || day < unit.validFrom) {
      throw new Problem('invalidInput', { issues: [{ path: ['from'], message: 'body.notThereThen' }] })
    }
    if (own.some((link) => link.validTo === null || link.validTo >= day)) {
      throw new Problem('notPossibleNow', { detail: 'anchoring.alreadyLinked' })
    }
    await db
      .insertInto('organisation.anchoring_link')
      .values({
        organisation_id: organisationId,
        id: newId(),
        unit_id: unitId,
        body_id: bodyId,
        valid_from: day,
        recorded_at: now,
      })
      .execute()
    return { ended: false }
  },
})
