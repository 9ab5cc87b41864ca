import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { readResults } from '../../rules/elections/read-results.ts'
import { electionForChange } from '../../store/elections/election-for-change.ts'
import { partyNamed, readParties } from '../../store/elections/parties.ts'
import { electionWriters, resultText } from './election-shapes.ts'

/**
 * Keeps a result as it was printed, in the place of one that was there. Everything or nothing: a table in which something could
 * not be read is refused with where it stands. Parties that are not there yet are added.
 */
export const recordElectionResults = writeOperation({
  name: 'record-election-results',
  summary: 'Keep an election’s result from a pasted table: votes, per cent and seats as they were printed.',
  route: 'PUT /people/elections/{electionId}/results',
  policy: electionWriters,
  input: z.object({ electionId: z.uuid(), text: resultText }),
  output: z.object({ rows: z.number().int(), newParties: z.number().int() }),
  example: ({ elections }) => ({
    electionId: elections.electionId,
    text: 'Parti;Röster;Procent;Mandat\nAlfapartiet;540;54,0;6\nBetapartiet;460;46,0;5',
  }),
  audit: (input, output) => ({ kind: 'election', id: input.electionId, detail: { rows: output.rows } }),
  async run(context, { electionId, text }) {
    const { db, now, organisationId } = context
    const election = await electionForChange(context, electionId)
    const { rows, faults } = readResults(text)
    if (faults.length > 0) {
      throw new Problem('invalidInput', {
        issues: faults.map(({ key, params }) => ({ path: ['text'], message: key, params })),
      })
    }
    const parties = await readParties(db)
    const made = rows
      .filter(({ kind, name }) => kind === 'party' && !partyNamed(parties, name))
      .map(({ name }) => ({ id: newId(), name, shortName: '', own: false }))
    if (made.length > 0) {
      await db
        .insertInto('people.party')
        .values(made.map(({ id, name }) => ({ organisation_id: organisationId, id, name, recorded_at: now })))
        .execute()
    }
    const all = [...parties, ...made]
    const ids = rows.map(({ kind, name }) => (kind === 'party' ? partyNamed(all, name)!.id : null))
    const twice = rows.find((_, at) => ids[at] !== null && ids.indexOf(ids[at]!) !== at)
    if (twice) {
      throw new Problem('invalidInput', {
        issues: [{ path: ['text'], message: 'election.partyTwice', params: { name: twice.name } }],
      })
    }
    await db
      .updateTable('people.election_result')
      .set({ replaced_at: now })
      .where('election_id', '=', electionId)
      .where('replaced_at', 'is', null)
      .execute()
    await db
      .insertInto('people.election_result')
      .values(
        rows.map(({ kind, name, votes, percent, seats }, position) => ({
          organisation_id: organisationId,
          id: newId(),
          election_id: electionId,
          unit_id: election.unitId,
          kind,
          party_id: ids[position]!,
          printed_name: name,
          votes: votes.value === null ? null : BigInt(votes.value),
          votes_printed: votes.printed,
          percent: percent.value,
          percent_printed: percent.printed,
          seats: seats.value,
          seats_printed: seats.printed,
          position,
          recorded_at: now,
        })),
      )
      .execute()
    return { rows: rows.length, newParties: made.length }
  },
})
