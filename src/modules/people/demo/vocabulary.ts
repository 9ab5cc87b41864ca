import type { Kysely } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import { inventedTags, type InventedConsent, type InventedPerson } from '../rules/invented/person.ts'
import type { RowMaker } from '../store/person-rows.ts'

/** The ids of the words that an organisation of invented people has of its own. */
export type Vocabulary = {
  wordings: Record<InventedConsent['purpose'], string>
  tags: Record<string, string>
  fields: Record<InventedPerson['fields'][number]['key'], string>
}

const since = '2018-01-01'

/** Makes the words that people are asked to agree to, the tags and the own fields. What is there already is used. */
export async function makeVocabulary(
  db: Kysely<Tables>,
  { organisationId, now }: Pick<RowMaker, 'organisationId' | 'now'>,
  unitId: string,
): Promise<Vocabulary> {
  const own = { organisation_id: organisationId }
  const wording = (purpose: string, swedish: string, english: string, months: number | null) => ({
    ...own,
    id: newId(),
    purpose,
    version: 1,
    swedish,
    english,
    months,
    valid_from: since,
    recorded_at: now,
  })
  await db
    .insertInto('people.consent_wording')
    .values([
      wording(
        'newsletter',
        'Jag vill ha distriktets nyhetsbrev med e-post.',
        'I want the district’s newsletter by e-mail.',
        null,
      ),
      wording(
        'calls',
        'Ni får ringa mig om kampanjer och aktiviteter.',
        'You may call me about campaigns and activities.',
        60,
      ),
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await db
    .insertInto('people.tag')
    .values(inventedTags.map((name) => ({ ...own, id: newId(), unit_id: unitId, name, created_at: now })))
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const field = { ...own, unit_id: unitId, visible_to: ['owner', 'registrar', 'organiser'], created_at: now }
  await db
    .insertInto('people.field')
    .values([
      {
        ...field,
        id: newId(),
        key: 'shirtSize',
        label: 'Tröjstorlek',
        type: 'choice',
        choices: ['S', 'M', 'L', 'XL'],
        own_page: true,
        position: 1,
      },
      { ...field, id: newId(), key: 'drivesCar', label: 'Kan köra bil', type: 'yesNo', position: 2 },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return readVocabulary(db, organisationId, unitId)
}

async function readVocabulary(
  db: Kysely<Tables>,
  organisationId: string,
  unitId: string,
): Promise<Vocabulary> {
  const wordings = await db
    .selectFrom('people.consent_wording')
    .select(['id', 'purpose'])
    .where('organisation_id', '=', organisationId)
    .where('version', '=', 1)
    .execute()
  const tags = await db
    .selectFrom('people.tag')
    .select(['id', 'name'])
    .where('organisation_id', '=', organisationId)
    .where('unit_id', '=', unitId)
    .execute()
  const fields = await db
    .selectFrom('people.field')
    .select(['id', 'key'])
    .where('organisation_id', '=', organisationId)
    .execute()
  return {
    wordings: Object.fromEntries(wordings.map(({ purpose, id }) => [purpose, id])) as Vocabulary['wordings'],
    tags: Object.fromEntries(tags.map(({ name, id }) => [name, id])),
    fields: Object.fromEntries(fields.map(({ key, id }) => [key, id])) as Vocabulary['fields'],
  }
}
