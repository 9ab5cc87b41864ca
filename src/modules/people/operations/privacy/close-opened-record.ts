import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registrars } from '../../people-roles.ts'

/** Closes an opened record before its hour is over: one's own, or one that is open in one's unit. */
export const closeOpenedRecord = writeOperation({
  name: 'close-opened-record',
  summary: 'Close a record that was opened with a reason.',
  route: 'POST /people/opened-records/{openedId}/close',
  policy: { allow: 'roles', roles: registrars, reach: 'organisation', secondFactor: true },
  input: z.object({ openedId: z.uuid() }),
  output: z.object({ personId: z.uuid() }),
  example: ({ privacy }) => ({ openedId: privacy.openedId }),
  audit: (_, { personId }) => ({ kind: 'person', id: personId }),
  async run({ db, now }, { openedId }) {
    return found(
      await db
        .updateTable('people.opened_record')
        .set({ closed_at: now })
        .where('id', '=', openedId)
        .where('closed_at', 'is', null)
        .returning('person_id as personId')
        .executeTakeFirst(),
    )
  },
})
