import { z } from 'zod'
import { readBodies } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { holdsOn } from '../../rules/posts/holding.ts'
import { seatFault } from '../../rules/posts/seats.ts'
import { personForChange } from '../../store/find-person.ts'
import { hiddenHolders } from '../../store/posts/hidden-holders.ts'
import { readTerms } from '../../store/posts/read-terms.ts'
import { requireSeatTrust } from '../../store/posts/require-seat-trust.ts'
import { recordEvent, shieldColumns } from '../../store/record-event.ts'
import { day } from './post-shapes.ts'

/** Gives somebody a seat in one of our bodies, from a day and perhaps to a day. Never more than there are of it. */
export const appointPerson = writeOperation({
  name: 'appoint-person',
  summary:
    'Give a person a seat in a body from a day to a day; refused when no such seat is left on some day.',
  route: 'POST /people/posts/terms',
  policy: registrarPolicy,
  input: z.object({
    personId: z.uuid(),
    seatId: z.uuid(),
    from: day.optional(),
    to: day.nullish(),
    /** Left out: as the role says. */
    standing: z.enum(['ordinary', 'substitute']).optional(),
    appointedByBodyId: z.uuid().nullish(),
    decision: z.string().trim().max(500).optional(),
  }),
  output: z.object({ termId: z.uuid(), bodyId: z.uuid() }),
  example: ({ people, organisation }) => ({
    personId: people.otherPersonId,
    seatId: organisation.seatId,
    from: '2026-03-01',
  }),
  audit: (input, output) => ({ kind: 'person', id: input.personId, detail: { bodyId: output.bodyId } }),
  async run(context, input) {
    const { db, now, organisationId, scope } = context
    const person = await personForChange(context, input.personId)
    // One after another in the organisation, so that two never take the last seat.
    await db.selectFrom('organisation.organisation').select('id').forNoKeyUpdate().execute()
    const records = await readBodies(db)
    const seat = found(records.seats.find((each) => each.id === input.seatId))
    const body = found(records.bodies.find((each) => each.id === seat.bodyId))
    requireSeatTrust(scope, body, seat)
    if (input.appointedByBodyId) found(records.bodies.find((each) => each.id === input.appointedByBodyId))
    const validFrom = input.from ?? today(now)
    const validTo = input.to ?? null
    if (validTo !== null && validTo < validFrom) {
      throw new Problem('invalidInput', { issues: [{ path: ['to'], message: 'post.endsBeforeItBegins' }] })
    }
    const terms = await readTerms(db, { seatId: seat.id })
    const hidden = (await hiddenHolders(db, validFrom)).get(seat.id) ?? 0
    const numbers = records.numbers.filter((row) => row.seatId === seat.id)
    const fault = seatFault(numbers, terms, { personId: person.id, validFrom, validTo }, hidden)
    if (fault) throw new Problem('notPossibleNow', { detail: fault.fault, params: { day: fault.day } })
    const role = await db
      .selectFrom('organisation.role_kind')
      .select('substitute')
      .where('key', '=', seat.roleKind)
      .executeTakeFirst()
    const termId = newId()
    await db
      .insertInto('people.role_term')
      .values({
        ...shieldColumns(organisationId, person),
        id: termId,
        seat_id: seat.id,
        body_id: seat.bodyId,
        standing: input.standing ?? (role?.substitute ? 'substitute' : 'ordinary'),
        valid_from: validFrom,
        valid_to: validTo,
        appointed_by_body_id: input.appointedByBodyId ?? null,
        decision: input.decision ?? '',
        recorded_at: now,
      })
      .execute()
    const name = records.facts.find((fact) => fact.bodyId === body.id && holdsOn(fact, validFrom))?.name ?? ''
    await recordEvent(context, person, 'appointed', {
      body: name,
      role: seat.title || seat.roleKind,
      from: validFrom,
    })
    return { termId, bodyId: body.id }
  },
})
