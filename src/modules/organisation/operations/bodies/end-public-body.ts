import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { publicBodyForChange } from '../../store/bodies/public-body-for-change.ts'

/** Gives a public body its last day: boards are reorganised with every term. Mandates in it are ended by themselves. */
export const endPublicBody = writeOperation({
  name: 'end-public-body',
  summary: 'End a public body after a last day; mandates in it are kept and ended by themselves.',
  route: 'POST /public-bodies/{publicBodyId}/end',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({ publicBodyId: z.uuid(), lastDay: z.iso.date() }),
  output: z.object({ unitId: z.uuid() }),
  example: ({ organisation }) => ({ publicBodyId: organisation.publicBodyId, lastDay: '2026-12-31' }),
  audit: (input, output) => ({
    kind: 'publicBody',
    id: input.publicBodyId,
    unitId: output.unitId,
    detail: { lastDay: input.lastDay },
  }),
  async run({ db, scope }, { publicBodyId, lastDay }) {
    const { unitId, validTo, records } = await publicBodyForChange({ db, scope }, publicBodyId)
    if (validTo !== null) throw new Problem('notPossibleNow', { detail: 'body.ended' })
    if (records.some((row) => row.validFrom > lastDay)) {
      throw new Problem('notPossibleNow', { detail: 'body.changedLater' })
    }
    const last = { valid_to: lastDay }
    await db
      .updateTable('organisation.public_body_record')
      .set(last)
      .where('public_body_id', '=', publicBodyId)
      .where('valid_to', 'is', null)
      .where('replaced_at', 'is', null)
      .execute()
    await db.updateTable('organisation.public_body').set(last).where('id', '=', publicBodyId).execute()
    return { unitId }
  },
})
