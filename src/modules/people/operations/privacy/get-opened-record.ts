import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registrars } from '../../people-roles.ts'
import { everythingAbout } from '../../store/privacy/everything.ts'
import { everythingShape } from './everything-shape.ts'

/** What stands in a record that one has opened, as long as it is open. Each look is in the log. */
export const getOpenedRecord = personalReadOperation({
  name: 'get-opened-record',
  summary: 'Read a record that you have opened with a reason, while it is open.',
  route: 'GET /people/opened-records/{openedId}',
  policy: { allow: 'roles', roles: registrars, reach: 'organisation', secondFactor: true },
  input: z.object({ openedId: z.uuid() }),
  output: z.object({
    personId: z.uuid(),
    reason: z.string(),
    expiresAt: z.date(),
    groups: everythingShape,
  }),
  example: ({ privacy }) => ({ openedId: privacy.openedId }),
  audit: (_, { personId }) => ({ kind: 'person', id: personId }),
  async run(context, { openedId }) {
    const { db, now } = context
    const opened = found(
      await db
        .selectFrom('people.opened_record')
        .select(['person_id as personId', 'reason', 'expires_at as expiresAt'])
        .where('id', '=', openedId)
        .where('closed_at', 'is', null)
        .where('expires_at', '>', now)
        .executeTakeFirst(),
    )
    const groups = await everythingAbout(context, { openedId })
    // Somebody else's opening is seen by the unit's own, but what stands in the record is not theirs to read by it.
    found(groups[0])
    return { ...opened, groups }
  },
})
