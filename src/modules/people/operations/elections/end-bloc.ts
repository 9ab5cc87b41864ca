import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { day, electionWriters } from './election-shapes.ts'

/** Gives a bloc its last day. One that had not begun by then never was. */
export const endBloc = writeOperation({
  name: 'end-bloc',
  summary: 'Give a bloc in a public body its last day; one that had not begun by then is taken back.',
  route: 'POST /people/blocs/{blocId}/end',
  policy: electionWriters,
  input: z.object({ blocId: z.uuid(), lastDay: day.optional() }),
  output: z.object({ lastDay: day }),
  example: ({ elections }) => ({ blocId: elections.blocId, lastDay: '2026-10-14' }),
  audit: (input, output) => ({ kind: 'bloc', id: input.blocId, detail: { lastDay: output.lastDay } }),
  async run({ db, now, scope }, input) {
    const bloc = found(
      await db
        .selectFrom('people.bloc')
        .select(['unit_id as unitId', 'valid_from as validFrom', 'valid_to as validTo'])
        .where('id', '=', input.blocId)
        .where('replaced_at', 'is', null)
        .executeTakeFirst(),
    )
    if (scope !== 'organisation' && !scope.includes(bloc.unitId)) throw new Problem('notFound')
    const lastDay = input.lastDay ?? today(now)
    if (bloc.validTo !== null && bloc.validTo <= lastDay) {
      throw new Problem('notPossibleNow', { detail: 'post.ended' })
    }
    await db
      .updateTable('people.bloc')
      .set(lastDay < bloc.validFrom ? { replaced_at: now } : { valid_to: lastDay })
      .where('id', '=', input.blocId)
      .execute()
    return { lastDay }
  },
})
