import { sql, type Transaction } from 'kysely'
import type { Role } from '#platform/access/roles.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Sight } from '../../rules/lists/seen-everywhere.ts'
import { publicBodies } from './public-bodies.ts'

type Choice = { value: string; label: string }

/** As many of a kind as can be chosen among on a page. */
const most = 500

/** What there is to choose among when a query is written, as far as the caller sees it. */
export async function readChoices(
  db: Transaction<Tables>,
  sight: Sight,
): Promise<
  Record<
    'tags' | 'fields' | 'lists' | 'purposes' | 'sources' | 'campaigns' | 'bodies' | 'publicBodies',
    Choice[]
  >
> {
  const tags = await db
    .selectFrom('people.tag')
    .select(['id as value', 'name as label'])
    .where('archived_at', 'is', null)
    .orderBy('name')
    .limit(most)
    .execute()
  const fields = await db
    .selectFrom('people.field')
    .select(['id as value', 'label', 'visible_to as visibleTo'])
    .where('archived_at', 'is', null)
    .orderBy('position')
    .limit(most)
    .execute()
  const lists = await db
    .selectFrom('people.list')
    .select(['id as value', 'name as label'])
    .where('archived_at', 'is', null)
    .orderBy('name')
    .limit(most)
    .execute()
  const purposes = await db
    .selectFrom('people.consent_wording')
    .select(['purpose as value', 'purpose as label'])
    .distinct()
    .orderBy('purpose')
    .limit(most)
    .execute()
  const sources = await sql<Choice>`
    select distinct person.source as value, person.source as label from people.person person
    order by 1 limit ${most}::int`.execute(db)
  const campaigns = await db
    .selectFrom('people.join_page')
    .select(['id as value', 'title as label'])
    .orderBy('title')
    .limit(most)
    .execute()
  const bodies = await db
    .selectFrom('organisation.body as body')
    .innerJoin('organisation.unit as unit', 'unit.id', 'body.unit_id')
    .select((select) => [
      'body.id as value',
      sql<string>`${select.ref('body.name')} || ', ' || ${select.ref('unit.name')}`.as('label'),
    ])
    .where('body.valid_to', 'is', null)
    .orderBy('label')
    .limit(most)
    .execute()
  return {
    tags,
    fields: fields
      .filter(({ visibleTo }) => sight.sees(visibleTo as Role[]))
      .map(({ value, label }) => ({ value, label })),
    lists,
    purposes,
    sources: sources.rows,
    campaigns,
    bodies,
    publicBodies: await publicBodies(db, null),
  }
}
