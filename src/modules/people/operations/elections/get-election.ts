import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { today } from '#platform/dates.ts'
import { checkResults } from '../../rules/elections/check-results.ts'
import { firstDivisorOn } from '../../rules/elections/election-law.ts'
import { majorityOf, standingOf } from '../../rules/elections/power.ts'
import { readBlocs } from '../../store/elections/blocs.ts'
import { readParties } from '../../store/elections/parties.ts'
import { readElections, readResultRows } from '../../store/elections/read-elections.ts'
import { holdsOn } from '../../rules/posts/holding.ts'
import {
  blocShape,
  day,
  electionReaders,
  electionShape,
  partyShape,
  remarkShape,
  resultRowShape,
} from './election-shapes.ts'

/**
 * One election: its result as it was printed, what the votes would give, what does not add up, and how the blocs that stood in
 * the body on a day divide the seats. Blocs that begin after an election to come are of no use for it, so the day is chosen.
 */
export const getElection = readOperation({
  name: 'get-election',
  summary:
    'An election’s result as printed, checked against its sums and the votes, and how the blocs stand.',
  route: 'GET /people/elections/{electionId}',
  policy: electionReaders,
  input: z.object({
    electionId: z.uuid(),
    asOf: day.optional().describe('The day whose blocs are shown; today when it is left out'),
  }),
  output: z.object({
    election: electionShape,
    rows: z.array(
      resultRowShape.extend({
        partyId: z.uuid().nullable(),
        own: z.boolean(),
        /** Seats that the votes give; null where that cannot be said. */
        computedSeats: z.number().int().nullable(),
      }),
    ),
    findings: z.array(remarkShape),
    validVotes: z.number().int().nullable(),
    /** Per cent that a party needs; null where the law says nothing. */
    threshold: z.number().nullable(),
    firstDivisor: z.number(),
    majority: z.number().int(),
    asOf: day,
    blocs: z.array(blocShape),
    otherBlocs: z.array(blocShape).describe('Those that stood at other times'),
    parties: z.array(partyShape.extend({ seats: z.number().int() })).describe('Those with a result here'),
  }),
  example: ({ elections }) => ({ electionId: elections.electionId }),
  async run({ db, now }, { electionId, asOf }) {
    const election = found((await readElections(db, { id: electionId }))[0])
    const then = asOf ?? today(now)
    const rows = await readResultRows(db, [electionId])
    const parties = await readParties(db)
    const known = new Map(parties.map((party) => [party.id, party]))
    const checked = checkResults(rows, election)
    const seats = new Map(rows.map(({ partyId, seats: { value } }) => [partyId, value ?? 0]))
    const blocs = (await readBlocs(db, election.publicBodyId)).map((bloc) => ({
      ...bloc,
      ...standingOf(
        bloc.partyIds.reduce((sum, id) => sum + (seats.get(id) ?? 0), 0),
        election.seats,
      ),
    }))
    return {
      election,
      rows: rows.map((row) => ({
        ...row,
        own: row.partyId !== null && known.get(row.partyId)?.own === true,
        computedSeats: row.kind === 'party' ? (checked.computedSeats?.get(row.name) ?? null) : null,
      })),
      findings: rows.length === 0 ? [] : checked.findings,
      validVotes: rows.length === 0 ? null : checked.validVotes,
      threshold: checked.threshold,
      firstDivisor: firstDivisorOn(election.day) / 10,
      majority: majorityOf(election.seats),
      asOf: then,
      blocs: blocs.filter((bloc) => holdsOn(bloc, then)),
      otherBlocs: blocs.filter((bloc) => !holdsOn(bloc, then)),
      parties: rows.flatMap(({ partyId }) => {
        const party = partyId === null ? undefined : known.get(partyId)
        return party ? [{ ...party, seats: seats.get(partyId) ?? 0 }] : []
      }),
    }
  },
})
