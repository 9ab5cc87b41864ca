import { z } from 'zod'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { addressLine, shownPhone } from '../../rules/contact.ts'
import { fullName } from '../../rules/names.ts'
import { mustBeLookedAt, sameSigns } from '../../rules/joining/same-person.ts'
import { samePersons } from '../../store/joining/same-persons.ts'
import { appliedOf } from '../../store/joining/waiting.ts'
import { oneOf } from '../../store/persons/one-of.ts'
import { personsIn } from '../persons-in.ts'

const states = ['waiting', 'approved', 'refused'] as const
const atOnce = 100

/** The queue of applications, the longest waiting first; or those decided, the latest first. */
export const listApplications = personalReadOperation({
  name: 'list-applications',
  summary: 'Applications that wait to be approved, with those in the register who may be the same.',
  route: 'GET /people/applications',
  policy: registrarPolicy,
  input: z.object({
    state: z.enum(states).default('waiting'),
    pageId: z.uuid().optional().describe('Only those by this join page'),
  }),
  output: z.object({
    waiting: z.int().describe('How many wait in all'),
    applications: z.array(
      z.object({
        id: z.uuid(),
        state: z.enum(states),
        name: z.string(),
        email: z.string(),
        phone: z.string(),
        address: z.string(),
        birthDate: z.string().nullable(),
        message: z.string(),
        consents: z.int(),
        source: z.string(),
        pageTitle: z.string(),
        unitName: z.string(),
        extraUnitName: z.string().nullable(),
        byLink: z.boolean().describe('Came by a member’s personal link'),
        confirmedAt: z.date(),
        decidedAt: z.date().nullable(),
        decidedBy: z.string(),
        reason: z.string(),
        personId: z.uuid().nullable(),
        mayDecide: z.boolean().describe('Does the home unit lie within the caller’s trust?'),
        mustLook: z.boolean(),
        same: z.array(z.object({ personId: z.uuid(), name: z.string(), signs: z.array(z.enum(sameSigns)) })),
      }),
    ),
  }),
  example: () => ({}),
  audit: (input, output) => ({
    kind: 'application',
    id: null,
    aboutPersonIds: personsIn(output.applications),
    detail: { state: input.state, count: output.applications.length },
  }),
  async run({ db, scope }, { state, pageId }) {
    const asked = db
      .selectFrom('people.application as application')
      .where('application.state', '=', state)
      .$if(pageId !== undefined, (query) => query.where('application.page_id', '=', pageId!))
    const { count } = await asked
      .select((row) => row.fn.countAll<bigint>().as('count'))
      .executeTakeFirstOrThrow()
    const rows = await asked
      .innerJoin('people.join_page as page', (join) =>
        join
          .onRef('page.organisation_id', '=', 'application.organisation_id')
          .onRef('page.id', '=', 'application.page_id'),
      )
      .innerJoin('organisation.unit as unit', (join) =>
        join
          .onRef('unit.organisation_id', '=', 'application.organisation_id')
          .onRef('unit.id', '=', 'application.unit_id'),
      )
      .leftJoin('organisation.unit as extra', (join) =>
        join
          .onRef('extra.organisation_id', '=', 'application.organisation_id')
          .onRef('extra.id', '=', 'application.extra_unit_id'),
      )
      .leftJoin('people.person as person', (join) =>
        join
          .onRef('person.organisation_id', '=', 'application.organisation_id')
          .onRef('person.id', '=', 'application.person_id')
          .on('person.merged_into', 'is', null)
          .on('person.erased_at', 'is', null),
      )
      .selectAll('application')
      .select([
        'page.title as pageTitle',
        'unit.name as unitName',
        'extra.name as extraUnitName',
        'person.given_name as personGiven',
        'person.family_name as personFamily',
        'person.id as personId',
      ])
      .orderBy('application.decided_at', 'desc')
      .orderBy('application.confirmed_at')
      .orderBy('application.id')
      .limit(atOnce)
      .execute()
    const same = state === 'waiting' ? await samePersons(db, rows.map(appliedOf)) : new Map<string, never>()
    return {
      waiting: state === 'waiting' ? Number(count) : 0,
      applications: rows.map((row) => ({
        id: row.id,
        state: oneOf(states, row.state),
        name:
          row.personGiven === null
            ? fullName({ givenName: row.given_name, familyName: row.family_name })
            : fullName({ givenName: row.personGiven, familyName: row.personFamily ?? '' }),
        email: row.email,
        phone: row.phone ? shownPhone(row.phone) : '',
        address: addressLine({
          careOf: row.care_of,
          street: row.street,
          postalCode: row.postal_code,
          city: row.city,
          country: row.country,
        }),
        birthDate: row.birth_date,
        message: row.message,
        consents: row.consents.length,
        source: row.source,
        pageTitle: row.pageTitle,
        unitName: row.unitName,
        extraUnitName: row.extraUnitName,
        byLink: row.referral_link_id !== null,
        confirmedAt: row.confirmed_at ?? row.applied_at,
        decidedAt: row.decided_at,
        decidedBy: row.decided_by_name,
        reason: row.reason,
        personId: row.personId,
        mayDecide: scope === 'organisation' || scope.includes(row.unit_id),
        mustLook: (same.get(row.id) ?? []).some(({ signs }) => mustBeLookedAt(signs)),
        same: same.get(row.id) ?? [],
      })),
    }
  },
})
