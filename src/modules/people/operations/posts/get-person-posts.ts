import { z } from 'zod'
import { asToldOn } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registerPolicy } from '../../people-roles.ts'
import { fullName } from '../../rules/names.ts'
import { degreeSumsOn } from '../../rules/posts/degrees.ts'
import type { Dated } from '../../rules/posts/holding.ts'
import { readMandates } from '../../store/posts/read-mandates.ts'
import { readPostNames } from '../../store/posts/post-names.ts'
import { readRemunerations } from '../../store/posts/read-remunerations.ts'
import { readTerms } from '../../store/posts/read-terms.ts'
import { postNameOf } from '../../store/posts/post-name-of.ts'
import { toldMandate, toldRemuneration, toldTerm } from '../../store/posts/told.ts'
import { day, mandateShape, remunerationShape, termShape } from './post-shapes.ts'

/** Everything somebody holds and has held: roles with us, public mandates, what is paid for them, networks. */
export const getPersonPosts = personalReadOperation({
  name: 'get-person-posts',
  summary:
    'What a person holds and has held: roles, public mandates, remuneration and networks, each with its days.',
  route: 'GET /people/persons/{personId}/posts',
  policy: registerPolicy,
  input: z.object({ personId: z.uuid(), asOf: day.optional() }),
  output: z.object({
    asOf: day,
    personId: z.uuid(),
    name: z.string(),
    terms: z.array(termShape.extend({ bodyName: z.string(), role: z.string() })),
    mandates: z.array(mandateShape.extend({ bodyName: z.string() })),
    remunerations: z.array(remunerationShape),
    /** Per cent of a full time on the day, everything together; null when nothing is paid by degree. */
    degree: z.string().nullable(),
    overFull: z.boolean(),
    networks: z.array(
      z.object({ id: z.uuid(), bodyId: z.uuid(), name: z.string(), validFrom: day, validTo: day.nullable() }),
    ),
  }),
  example: ({ people }) => ({ personId: people.personId }),
  audit: (input) => ({ kind: 'person', id: input.personId }),
  async run({ db, now }, { personId, asOf }) {
    const person = found(
      await db
        .selectFrom('people.person')
        .select(['given_name as givenName', 'family_name as familyName'])
        .where('id', '=', personId)
        .where('merged_into', 'is', null)
        .where('erased_at', 'is', null)
        .executeTakeFirst(),
    )
    const then = asOf ?? today(now)
    const names = await readPostNames(db, asOf)
    // An earlier day does not know what began or ended after it.
    const begun = <Row extends Dated>(rows: readonly Row[]) =>
      rows
        .filter((row) => asOf === undefined || row.validFrom <= asOf)
        .map((row) => asToldOn(row, then, today(now)))
    const terms = begun(await readTerms(db, { personId }))
    const mandates = begun(await readMandates(db, { personId }))
    const paid = begun(await readRemunerations(db, { personId }))
    const networks = await db
      .selectFrom('people.body_member')
      .select(['id', 'body_id as bodyId', 'valid_from as validFrom', 'valid_to as validTo'])
      .where('person_id', '=', personId)
      .where('replaced_at', 'is', null)
      .orderBy('valid_from', 'desc')
      .execute()
    const sum = degreeSumsOn(paid, then)[0]
    return {
      asOf: then,
      personId,
      name: fullName(person),
      terms: terms.toReversed().map((term) => ({
        ...toldTerm(term, names.bodies),
        bodyName: names.bodies.get(term.bodyId) ?? '',
        role: names.seats.get(term.postId)?.label ?? '',
      })),
      mandates: mandates.toReversed().map((mandate) => ({
        ...toldMandate(mandate),
        bodyName: names.publicBodies.get(mandate.postId) ?? '',
      })),
      remunerations: paid.toReversed().map((row) =>
        toldRemuneration(row, {
          postName: postNameOf(row, names, terms, mandates),
          unitNames: names.units,
        }),
      ),
      degree: sum?.sum ?? null,
      overFull: sum?.over ?? false,
      networks: begun(networks).map((row) => ({ ...row, name: names.bodies.get(row.bodyId) ?? '' })),
    }
  },
})
