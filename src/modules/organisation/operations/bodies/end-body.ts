import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { endBodyFault } from '../../rules/bodies/body-faults.ts'
import { requireBody, requireNoBodyFault } from '../../store/bodies/change-body.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { endBodyRows, firstDay } from '../../store/change-unit.ts'

/** Gives a body its last day, and its seats with it. Nothing is removed; not while other bodies lie under it. */
export const endBody = writeOperation({
  name: 'end-body',
  summary: 'End a body after a last day, with its seats; refused while other bodies lie under it.',
  route: 'POST /bodies/{bodyId}/end',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'] },
  input: z.object({ bodyId: z.uuid(), lastDay: z.iso.date().optional() }),
  output: z.object({ lastDay: z.iso.date(), unitId: z.uuid() }),
  example: ({ organisation }) => ({ bodyId: organisation.bodyId }),
  audit: (input, output) => ({
    kind: 'body',
    id: input.bodyId,
    unitId: output.unitId,
    detail: { lastDay: output.lastDay },
  }),
  async run({ db, now, scope }, { bodyId, lastDay }) {
    const records = await lockBodies(db)
    const { unitId } = requireBody(records, scope, bodyId)
    const day = firstDay(lastDay, today(now), 'lastDay')
    requireNoBodyFault(endBodyFault(records, bodyId, day))
    await endBodyRows(db, bodyId, day)
    return { lastDay: day, unitId }
  },
})
