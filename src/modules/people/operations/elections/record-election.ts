import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { day, electionWriters } from './election-shapes.ts'

/** Writes down that there was an election to a public body, and how many seats it has. The result comes after. */
export const recordElection = writeOperation({
  name: 'record-election',
  summary: 'Write down an election to a public body: its day, seats, constituencies and source.',
  route: 'POST /people/elections',
  policy: electionWriters,
  input: z.object({
    publicBodyId: z.uuid(),
    day,
    seats: z.number().int().min(1).max(1000),
    constituencies: z.number().int().min(1).max(100).default(1),
    source: z.string().trim().max(500).default(''),
  }),
  output: z.object({ electionId: z.uuid() }),
  example: ({ organisation }) => ({
    publicBodyId: organisation.publicBodyId,
    day: '2026-09-13',
    seats: 41,
  }),
  audit: (input, output) => ({ kind: 'election', id: output.electionId, detail: { day: input.day } }),
  async run({ db, now, organisationId, scope }, input) {
    const body = found(
      await db
        .selectFrom('organisation.public_body')
        .select(['id', 'unit_id as unitId'])
        .where('id', '=', input.publicBodyId)
        .executeTakeFirst(),
    )
    if (scope !== 'organisation' && !scope.includes(body.unitId)) throw new Problem('notFound')
    const there = await db
      .selectFrom('people.election')
      .select('id')
      .where('public_body_id', '=', body.id)
      .where('day', '=', input.day)
      .where('withdrawn_at', 'is', null)
      .executeTakeFirst()
    if (there) throw new Problem('notPossibleNow', { detail: 'election.thereAlready' })
    const electionId = newId()
    await db
      .insertInto('people.election')
      .values({
        organisation_id: organisationId,
        id: electionId,
        unit_id: body.unitId,
        public_body_id: body.id,
        day: input.day,
        seats: input.seats,
        constituencies: input.constituencies,
        source: input.source,
        recorded_at: now,
      })
      .execute()
    return { electionId }
  },
})
