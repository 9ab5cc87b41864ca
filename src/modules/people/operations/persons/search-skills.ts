import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { fullName } from '../../rules/names.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { personsIn } from '../persons-in.ts'
import { unitName } from './record-shape.ts'

/**
 * Finds those who have told what they can, and let it be searched: in their own unit, or from the units above it and those they
 * belong to beside it too.
 * Nobody is found whose consent holds no longer.
 */
export const searchSkills = personalReadOperation({
  name: 'search-skills',
  summary: 'Find persons by skill, interest or affiliation, within what each has agreed to.',
  route: 'GET /people/units/{unitId}/skills',
  policy: organiserPolicy,
  input: z.object({
    unitId: z.uuid(),
    words: z.string().trim().max(200).default('').describe('Words in a skill, an interest or an affiliation'),
    limit: z.number().int().min(1).max(500).default(100),
  }),
  output: z.object({
    persons: z.array(
      z.object({
        personId: z.uuid(),
        name: z.string(),
        unit: unitName,
        skills: z.array(z.string()),
        interests: z.array(z.string()),
        affiliations: z.array(z.string()),
        availability: z.string(),
      }),
    ),
  }),
  example: ({ organisation }) => ({ unitId: organisation.unitId, words: 'ljud' }),
  audit: ({ unitId, words }, { persons }) => ({
    kind: 'unit',
    id: unitId,
    unitId,
    aboutPersonIds: personsIn(persons),
    detail: { words, count: persons.length },
  }),
  async run(context, { unitId, words, limit }) {
    requireReach(context, unitId)
    const { db, organisationId, now } = context
    const day = today(now)
    const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
    let query = db
      .selectFrom('people.engagement as engagement')
      .innerJoin('people.consent as consent', 'consent.id', 'engagement.consent_id')
      .innerJoin('people.person as person', 'person.id', 'engagement.person_id')
      .innerJoin('organisation.unit as unit', 'unit.id', 'person.home_unit_id')
      .select([
        'person.id',
        'person.given_name as givenName',
        'person.family_name as familyName',
        'person.home_unit_id as unitId',
        'unit.name as unit',
        'engagement.skills',
        'engagement.interests',
        'engagement.affiliations',
        'engagement.availability',
      ])
      .where('engagement.valid_to', 'is', null)
      .where('engagement.replaced_at', 'is', null)
      .where('consent.withdrawn_at', 'is', null)
      .where((where) =>
        where.or([where('consent.expires_on', 'is', null), where('consent.expires_on', '>=', day)]),
      )
      .where('person.merged_into', 'is', null)
      .where('person.erased_at', 'is', null)
      .where((where) =>
        where.or([
          where('person.home_unit_id', '=', unitId),
          where.and([
            where('engagement.visibility', '=', 'district'),
            // Members of an interest association have their homes elsewhere.
            sql<boolean>`(person.home_unit_id in (select organisation.units_below(${organisationId}, ${unitId}))
              or exists (
                select from people.membership membership
                where membership.organisation_id = person.organisation_id and membership.person_id = person.id
                  and membership.unit_id in (select organisation.units_below(${organisationId}, ${unitId}))
                  and membership.status = 'active' and membership.valid_to is null
                  and membership.replaced_at is null))`,
          ]),
        ]),
      )
    for (const word of wanted) {
      query = query.where(
        sql<boolean>`strpos(lower(array_to_string(engagement.skills || engagement.interests || engagement.affiliations, ' ')), ${word}) > 0`,
      )
    }
    const rows = await query
      .orderBy('person.family_order')
      .orderBy('person.given_order')
      .limit(limit)
      .execute()
    return {
      persons: rows.map((row) => ({
        personId: row.id,
        name: fullName(row),
        unit: { id: row.unitId, name: row.unit },
        skills: row.skills,
        interests: row.interests,
        affiliations: row.affiliations,
        availability: row.availability,
      })),
    }
  },
})
