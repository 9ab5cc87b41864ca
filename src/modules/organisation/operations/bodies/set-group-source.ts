import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { holdsOn } from '../../rules/unit-records.ts'
import { requireBody } from '../../store/bodies/change-body.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { readMandateSources } from '../../store/bodies/read-public-bodies.ts'

/** Says from which day a public body's mandates make members of a council group, or until which day they do. */
export const setGroupSource = writeOperation({
  name: 'set-group-source',
  summary: 'Let a public body’s mandates make members of a council group from a day, or until a last day.',
  route: 'POST /bodies/{bodyId}/sources',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({
    bodyId: z.uuid(),
    publicBodyId: z.uuid(),
    from: z.iso.date().optional(),
    /** Given: it is ended after this day. */
    lastDay: z.iso.date().optional(),
  }),
  output: z.object({ ended: z.boolean() }),
  example: ({ organisation }) => ({
    bodyId: organisation.bodyId,
    publicBodyId: organisation.publicBodyId,
    from: '2026-01-01',
  }),
  audit: (input, output) => ({ kind: 'body', id: input.bodyId, detail: { ended: output.ended } }),
  async run({ db, now, organisationId, scope }, { bodyId, publicBodyId, from, lastDay }) {
    const body = requireBody(await lockBodies(db), scope, bodyId)
    found(
      await db
        .selectFrom('organisation.public_body')
        .select('id')
        .where('id', '=', publicBodyId)
        .executeTakeFirst(),
    )
    const own = (await readMandateSources(db)).filter(
      (source) => source.bodyId === bodyId && source.publicBodyId === publicBodyId,
    )
    if (lastDay !== undefined) {
      const holds = own.find((source) => holdsOn(source, lastDay) && source.validTo === null)
      if (!holds) throw new Problem('notPossibleNow', { detail: 'body.ended' })
      await db
        .updateTable('organisation.group_mandate_source')
        .set({ valid_to: lastDay })
        .where('id', '=', holds.id)
        .execute()
      return { ended: true }
    }
    const day = from ?? today(now)
    if (body.validTo !== null || day < body.validFrom) {
      throw new Problem('invalidInput', { issues: [{ path: ['from'], message: 'body.notThereThen' }] })
    }
    if (own.some((source) => source.validTo === null || source.validTo >= day)) {
      throw new Problem('notPossibleNow', { detail: 'body.sourceThere' })
    }
    await db
      .insertInto('organisation.group_mandate_source')
      .values({
        organisation_id: organisationId,
        id: newId(),
        body_id: bodyId,
        public_body_id: publicBodyId,
        valid_from: day,
        recorded_at: now,
      })
      .execute()
    return { ended: false }
  },
})
