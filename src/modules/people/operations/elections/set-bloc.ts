import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { dayBefore } from '../../rules/days.ts'
import { overlap } from '../../rules/posts/holding.ts'
import { blocSides, readBlocs } from '../../store/elections/blocs.ts'
import { readParties } from '../../store/elections/parties.ts'
import { day, electionWriters } from './election-shapes.ts'

/**
 * Says which parties stand together in a public body from a day. Those who govern take over from those who did; nobody governs
 * and is in opposition on the same day.
 */
export const setBloc = writeOperation({
  name: 'set-bloc',
  summary: 'Say which parties govern a public body, are in opposition or stand together there, from a day.',
  route: 'POST /people/blocs',
  policy: electionWriters,
  input: z.object({
    publicBodyId: z.uuid(),
    side: z.enum(blocSides),
    name: z.string().trim().min(1).max(200),
    partyIds: z.array(z.uuid()).min(1, 'bloc.noParties').max(50),
    basis: z.string().trim().max(300).default(''),
    from: day.optional(),
    to: day.nullish(),
  }),
  output: z.object({ blocId: z.uuid() }),
  example: ({ elections }) => ({
    publicBodyId: elections.publicBodyId,
    side: 'other' as const,
    name: 'De tre',
    partyIds: [elections.partyId],
    from: '2026-10-15',
  }),
  audit: (input, output) => ({ kind: 'bloc', id: output.blocId, detail: { side: input.side } }),
  async run({ db, now, organisationId, scope }, input) {
    const body = found(
      await db
        .selectFrom('organisation.public_body')
        .select(['id', 'unit_id as unitId'])
        .where('id', '=', input.publicBodyId)
        .executeTakeFirst(),
    )
    if (scope !== 'organisation' && !scope.includes(body.unitId)) throw new Problem('notFound')
    const partyIds = [...new Set(input.partyIds)]
    const known = new Set((await readParties(db)).map(({ id }) => id))
    for (const id of partyIds) found(known.has(id) ? id : null)
    const wanted = { validFrom: input.from ?? today(now), validTo: input.to ?? null }
    if (wanted.validTo !== null && wanted.validTo < wanted.validFrom) {
      throw new Problem('invalidInput', { issues: [{ path: ['to'], message: 'post.endsBeforeItBegins' }] })
    }
    const others = (await readBlocs(db, body.id)).filter((bloc) => overlap(bloc, wanted))
    for (const bloc of others) {
      if (input.side === 'governing' && bloc.side === 'governing') {
        if (bloc.validFrom > wanted.validFrom) {
          throw new Problem('notPossibleNow', { detail: 'bloc.governsLater' })
        }
        const change =
          bloc.validFrom === wanted.validFrom
            ? { replaced_at: now }
            : { valid_to: dayBefore(wanted.validFrom) }
        await db.updateTable('people.bloc').set(change).where('id', '=', bloc.id).execute()
        continue
      }
      const opposed = input.side !== 'other' && bloc.side !== 'other' && bloc.side !== input.side
      if (opposed && bloc.partyIds.some((id) => partyIds.includes(id))) {
        throw new Problem('invalidInput', {
          issues: [{ path: ['partyIds'], message: 'bloc.bothSides', params: { bloc: bloc.name } }],
        })
      }
    }
    const blocId = newId()
    await db
      .insertInto('people.bloc')
      .values({
        organisation_id: organisationId,
        id: blocId,
        unit_id: body.unitId,
        public_body_id: body.id,
        side: input.side,
        name: input.name,
        party_ids: partyIds,
        basis: input.basis,
        valid_from: wanted.validFrom,
        valid_to: wanted.validTo,
        recorded_at: now,
      })
      .execute()
    return { blocId }
  },
})
