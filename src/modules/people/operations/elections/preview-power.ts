import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { majorityOf, shiftsOf, standingOf, standingWith } from '../../rules/elections/power.ts'
import { holdsOn } from '../../rules/posts/holding.ts'
import { readBlocs } from '../../store/elections/blocs.ts'
import { readParties } from '../../store/elections/parties.ts'
import { readElections, readResultRows } from '../../store/elections/read-elections.ts'
import { day, electionReaders, shiftsShape, standingShape } from './election-shapes.ts'

/** What if: a set of parties with some seats more or fewer, and the fewest that would move power. Nothing is kept. */
export const previewPower = readOperation({
  name: 'preview-power',
  summary: 'How a set of parties would stand with some seats more or fewer, and how few would move power.',
  route: 'GET /people/elections/{electionId}/power',
  policy: electionReaders,
  input: z.object({
    electionId: z.uuid(),
    partyIds: z
      .union([z.array(z.uuid()), z.uuid().transform((id) => [id])])
      .describe('The set, whoever governs'),
    added: z.coerce.number().int().min(-1000).max(1000).default(0),
    asOf: day.optional().describe('The day whose governing bloc it is set against'),
  }),
  output: z.object({
    total: z.number().int(),
    majority: z.number().int(),
    own: standingShape,
    changed: standingShape.describe('With the seats added'),
    /** Those who govern; null where nobody is said to, or when they are the set itself. */
    governing: z.object({ name: z.string(), ...standingShape.shape }).nullable(),
    shifts: shiftsShape,
  }),
  example: ({ elections }) => ({
    electionId: elections.electionId,
    partyIds: [elections.partyId],
    added: 1,
  }),
  async run({ db, now }, { electionId, partyIds, added, asOf }) {
    const election = found((await readElections(db, { id: electionId }))[0])
    const known = new Set((await readParties(db)).map(({ id }) => id))
    for (const id of partyIds) found(known.has(id) ? id : null)
    const rows = await readResultRows(db, [electionId])
    const total = election.seats
    const seatsOf = (ids: readonly string[]) =>
      rows.reduce(
        (sum, { partyId, seats }) =>
          sum + (partyId !== null && ids.includes(partyId) ? (seats.value ?? 0) : 0),
        0,
      )
    const then = asOf ?? today(now)
    const governing = (await readBlocs(db, election.publicBodyId)).find(
      (bloc) => bloc.side === 'governing' && holdsOn(bloc, then),
    )
    const other = governing && !governing.partyIds.every((id) => partyIds.includes(id)) ? governing : null
    const seats = seatsOf(partyIds)
    return {
      total,
      majority: majorityOf(total),
      own: standingOf(seats, total),
      changed: standingWith(seats, added, total),
      governing: other && { name: other.name, ...standingOf(seatsOf(other.partyIds), total) },
      shifts: shiftsOf(seats, other && seatsOf(other.partyIds), total),
    }
  },
})
