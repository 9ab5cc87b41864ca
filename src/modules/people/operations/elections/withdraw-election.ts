import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { electionForChange } from '../../store/elections/election-for-change.ts'
import { electionWriters } from './election-shapes.ts'

/** Takes back an election that was written down wrong, with its result; the rows are kept, but hold no longer. */
export const withdrawElection = writeOperation({
  name: 'withdraw-election',
  summary: 'Take back an election that was written down wrong, with its result.',
  route: 'POST /people/elections/{electionId}/withdraw',
  policy: electionWriters,
  input: z.object({ electionId: z.uuid() }),
  output: z.object({ day: z.string() }),
  example: ({ elections }) => ({ electionId: elections.electionId }),
  audit: (input, output) => ({ kind: 'election', id: input.electionId, detail: { day: output.day } }),
  async run(context, { electionId }) {
    const election = await electionForChange(context, electionId)
    await context.db
      .updateTable('people.election')
      .set({ withdrawn_at: context.now })
      .where('id', '=', electionId)
      .execute()
    return { day: election.day }
  },
})
