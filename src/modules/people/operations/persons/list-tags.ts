import { sql } from 'kysely'
import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { reaches } from '../../store/persons/require-reach.ts'

/** The tags of the units that the caller reaches, and of those above them, which may be used below. */
export const listTags = readOperation({
  name: 'list-tags',
  summary: 'The tags of your units and of those above; when asked, with how many persons carry each.',
  route: 'GET /people/tags',
  // Tags of units above are told to those below them.
  policy: { ...organiserPolicy, reach: 'organisation' },
  input: z.object({
    archived: z.boolean().default(false).describe('Those put away too'),
    // Every tagging of the register is gone through for it, which only the settings are worth.
    counted: z.boolean().default(false).describe('With how many persons carry each'),
  }),
  output: z.object({
    tags: z.array(
      z.object({
        id: z.uuid(),
        unitId: z.uuid(),
        unit: z.string(),
        name: z.string(),
        persons: z.number().int().nullable(),
        archivedAt: z.date().nullable(),
        changeable: z.boolean().describe('False for a tag of a unit above yours: used, but not renamed'),
      }),
    ),
  }),
  example: () => ({}),
  async run({ db, scope }, { archived, counted }) {
    const rows = await db
      .selectFrom('people.tag as tag')
      .innerJoin('organisation.unit as unit', 'unit.id', 'tag.unit_id')
      .select([
        'tag.id',
        'tag.unit_id as unitId',
        'unit.name as unit',
        'tag.name',
        'tag.archived_at as archivedAt',
      ])
      .$if(!archived, (query) => query.where('tag.archived_at', 'is', null))
      .orderBy(sql`lower(tag.name)`)
      .orderBy('unit.name')
      .orderBy('tag.id')
      .execute()
    const tags = rows.map((row) => ({ ...row, changeable: reaches({ scope }, row.unitId) }))
    if (!counted) return { tags: tags.map((tag) => ({ ...tag, persons: null })) }
    const carried = await db
      .selectFrom('people.person_tag')
      .select(['tag_id', sql<number>`count(*)::int`.as('persons')])
      .groupBy('tag_id')
      .execute()
    const persons = new Map(carried.map((row) => [row.tag_id, row.persons]))
    return { tags: tags.map((tag) => ({ ...tag, persons: persons.get(tag.id) ?? 0 })) }
  },
})
