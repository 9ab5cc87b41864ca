import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { checkResults } from '../../rules/elections/check-results.ts'
import { readResults } from '../../rules/elections/read-results.ts'
import { ownElection } from '../../store/elections/election-for-change.ts'
import { partyNamed, readParties } from '../../store/elections/parties.ts'
import { electionWriters, remarkShape, resultRowShape, resultText } from './election-shapes.ts'

/** How a pasted result is read, before anything is kept: its rows, what could not be read, what does not add up. */
export const previewElectionResults = readOperation({
  name: 'preview-election-results',
  summary: 'Read a pasted election result without keeping it: rows, what could not be read, what differs.',
  route: 'POST /people/elections/{electionId}/results/preview',
  policy: electionWriters,
  input: z.object({ electionId: z.uuid(), text: resultText }),
  output: z.object({
    rows: z.array(resultRowShape.extend({ computedSeats: z.number().int().nullable() })),
    faults: z.array(remarkShape),
    findings: z.array(remarkShape),
    /** Rows that tell something else, such as the turnout. */
    left: z.array(z.string()),
    /** Parties that are not there yet and would be added. */
    newParties: z.array(z.string()),
  }),
  example: ({ elections }) => ({
    electionId: elections.electionId,
    text: 'Parti;Röster;Procent;Mandat\nAlfapartiet;540;54,0;6\nBetapartiet;460;46,0;5',
  }),
  async run(context, { electionId, text }) {
    const election = await ownElection(context, electionId)
    const { rows, faults, left } = readResults(text)
    const parties = await readParties(context.db)
    const checked = faults.length > 0 ? null : checkResults(rows, election)
    return {
      rows: rows.map((row) => ({ ...row, computedSeats: checked?.computedSeats?.get(row.name) ?? null })),
      faults,
      findings: checked?.findings ?? [],
      left,
      newParties: rows
        .filter(({ kind, name }) => kind === 'party' && !partyNamed(parties, name))
        .map(({ name }) => name),
    }
  },
})
