import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { readParties } from '../../store/elections/parties.ts'
import { readElections, readResultRows } from '../../store/elections/read-elections.ts'
import { electionReaders, electionShape, partyShape, resultRowShape } from './election-shapes.ts'

/** Every election that is written down, the latest first, with what our own party got; and the parties there are. */
export const listElections = readOperation({
  name: 'list-elections',
  summary: 'Elections to public bodies, the latest first, with the own party’s result; and the parties.',
  route: 'GET /people/elections',
  policy: electionReaders,
  input: z.object({}),
  output: z.object({
    elections: z.array(electionShape.extend({ own: resultRowShape.nullable(), rows: z.number().int() })),
    parties: z.array(partyShape),
  }),
  example: () => ({}),
  async run({ db }) {
    const parties = await readParties(db)
    const elections = await readElections(db)
    const rows = Map.groupBy(
      await readResultRows(
        db,
        elections.map(({ id }) => id),
      ),
      ({ electionId }) => electionId,
    )
    const own = parties.find((party) => party.own)?.id
    return {
      parties,
      elections: elections.map((election) => {
        const of = rows.get(election.id) ?? []
        return {
          ...election,
          rows: of.length,
          own: of.find(({ partyId }) => partyId !== null && partyId === own) ?? null,
        }
      }),
    }
  },
})
