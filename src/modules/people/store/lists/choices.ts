import { sql, type Transaction } from 'kysely'
import { languageName } from '#platform/i18n/language-name.ts'
import type { Language } from '#platform/i18n/languages.ts'
import type { Role } from '#platform/access/roles.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Sight } from '../../rules/lists/seen-everywhere.ts'
import { commonLanguages } from '../../rules/persons/languages.ts'
import { newestWordings, shortWording } from './newest-wordings.ts'
import { publicBodies } from './public-bodies.ts'

type Choice = { value: string; label: string }

/** As many of a kind as can be chosen among on a page. */
const most = 500

/** What there is to choose among when a query is written, as far as the caller sees it. */
export async function readChoices(
  db: Transaction<Tables>,
  sight: Sight,
  language: Language,
): Promise<
  Record<
    | 'tags'
    | 'fields'
    | 'lists'
    | 'purposes'
    | 'languages'
    | 'sources'
    | 'campaigns'
    | 'bodies'
    | 'publicBodies',
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
  const wordings = await newestWordings(db)
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
    purposes: wordings.slice(0, most).map(({ purpose, swedish, english }) => ({
      value: purpose,
      label: shortWording(language === 'sv' ? swedish : english),
    })),
    languages: await languagesSpoken(db, language),
    sources: sources.rows,
    campaigns,
    bodies,
    publicBodies: await publicBodies(db, null),
  }
}

/** The common languages and whatever else the caller's people speak, as the reader calls them. */
async function languagesSpoken(db: Transaction<Tables>, language: Language): Promise<Choice[]> {
  const { rows } = await sql<{ code: string }>`
    select distinct code from people.person person, unnest(person.languages) code
    where code ~ '^[a-z]{2,3}$' limit ${most}::int`.execute(db)
  return [...new Set([...commonLanguages, ...rows.map(({ code }) => code)])]
    .map((code) => ({ value: code, label: languageName(code, language) }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language))
}
