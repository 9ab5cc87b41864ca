import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { overlap } from '../../rules/posts/holding.ts'
import { personForChange } from '../../store/find-person.ts'
import { readMandates } from '../../store/posts/read-mandates.ts'
import { readPostNames } from '../../store/posts/post-names.ts'
import { recordEvent, shieldColumns } from '../../store/record-event.ts'
import { day, mandateShape } from './post-shapes.ts'

/** Writes down that somebody has a mandate in a public body, from a day and perhaps to a day. */
export const recordMandate = writeOperation({
  name: 'record-mandate',
  summary:
    'Record a person’s mandate in a public body: seat kind, post, party group, days and who appointed.',
  route: 'POST /people/posts/mandates',
  policy: registrarPolicy,
  input: z.object({
    personId: z.uuid(),
    publicBodyId: z.uuid(),
    seatKind: mandateShape.shape.seatKind,
    post: mandateShape.shape.post.optional(),
    partyGroup: z.string().trim().max(200).optional(),
    from: day.optional(),
    to: day.nullish(),
    appointedBy: z.string().trim().max(300).optional(),
    viaAgreement: z.string().trim().max(300).optional(),
    namePublic: z.boolean().optional(),
  }),
  output: z.object({ mandateId: z.uuid() }),
  example: ({ people, organisation }) => ({
    personId: people.otherPersonId,
    publicBodyId: organisation.publicBodyId,
    seatKind: 'ordinary' as const,
    from: '2026-03-01',
  }),
  audit: (input, output) => ({
    kind: 'person',
    id: input.personId,
    detail: { mandateId: output.mandateId },
  }),
  async run(context, input) {
    const { db, now, organisationId, scope } = context
    const person = await personForChange(context, input.personId)
    const body = found(
      await db
        .selectFrom('organisation.public_body')
        .select(['id', 'unit_id as unitId', 'valid_from as validFrom', 'valid_to as validTo'])
        .where('id', '=', input.publicBodyId)
        .executeTakeFirst(),
    )
    if (scope !== 'organisation' && !scope.includes(body.unitId)) throw new Problem('notFound')
    const wanted = { validFrom: input.from ?? today(now), validTo: input.to ?? null }
    if (wanted.validTo !== null && wanted.validTo < wanted.validFrom) {
      throw new Problem('invalidInput', { issues: [{ path: ['to'], message: 'post.endsBeforeItBegins' }] })
    }
    if (
      wanted.validFrom < body.validFrom ||
      (body.validTo !== null && (wanted.validTo ?? '9999-12-31') > body.validTo)
    ) {
      throw new Problem('invalidInput', { issues: [{ path: ['from'], message: 'post.noBodyThen' }] })
    }
    const own = await readMandates(db, { personId: person.id, publicBodyIds: [body.id] })
    const other = own.find((each) => overlap(each, wanted))
    if (other) {
      throw new Problem('notPossibleNow', {
        detail: 'post.alreadyHeld',
        params: { day: other.validFrom > wanted.validFrom ? other.validFrom : wanted.validFrom },
      })
    }
    const mandateId = newId()
    await db
      .insertInto('people.public_mandate')
      .values({
        ...shieldColumns(organisationId, person),
        id: mandateId,
        public_body_id: body.id,
        seat_kind: input.seatKind,
        post: input.post ?? '',
        party_group: input.partyGroup ?? '',
        valid_from: wanted.validFrom,
        valid_to: wanted.validTo,
        appointed_by: input.appointedBy ?? '',
        via_agreement: input.viaAgreement ?? '',
        name_public: input.namePublic ?? false,
        recorded_at: now,
      })
      .execute()
    await recordEvent(context, person, 'mandateGiven', {
      body: (await readPostNames(db)).publicBodies.get(body.id) ?? '',
      from: wanted.validFrom,
    })
    return { mandateId }
  },
})
