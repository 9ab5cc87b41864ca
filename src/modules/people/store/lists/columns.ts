import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Role } from '#platform/access/roles.ts'
import type { Tables } from '#platform/database/tables.ts'
import { languageName } from '#platform/i18n/language-name.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { peopleTexts } from '../../messages/people.ts'
import { ageOn } from '../../rules/age.ts'
import { shownPhone } from '../../rules/contact.ts'
import {
  fieldIdOf,
  listColumns,
  partOfSorting,
  type ColumnKey,
  type ListColumn,
  type Sorting,
} from '../../rules/lists/columns.ts'
import type { Sight } from '../../rules/lists/seen-everywhere.ts'

export type OfferedColumn = { key: ColumnKey; label: string }

/** The columns that the caller may choose among: what they may not see is not offered. */
export async function offeredColumns(
  db: Transaction<Tables>,
  sight: Sight,
  language: Language,
): Promise<OfferedColumn[]> {
  const t = peopleTexts.in(language)
  const own = listColumns
    .filter(({ part }) => part === null || sight.parts.has(part))
    .map(({ key }) => ({ key, label: t(`column.${key}`) }))
  if (!sight.parts.has('fields')) return own
  const fields = await db
    .selectFrom('people.field')
    .select(['id', 'label', 'visible_to as visibleTo'])
    .where('archived_at', 'is', null)
    .orderBy('position')
    .execute()
  const seen = fields.filter(({ visibleTo }) => sight.sees(visibleTo as Role[]))
  return [...own, ...seen.map(({ id, label }) => ({ key: `field.${id}` as const, label }))]
}

/** Of the chosen columns, those that the caller sees, in the chosen order. */
export function shownColumns(chosen: readonly string[], offered: readonly OfferedColumn[]): OfferedColumn[] {
  return chosen.flatMap((key) => offered.find((column) => column.key === key) ?? [])
}

const way = (kind: 'email' | 'phone') => sql`(select contact.value from people.contact contact
  where contact.person_id = person.id and contact.kind = ${kind} and contact.valid_to is null
  order by contact.preferred desc, contact.recorded_at desc, contact.id limit 1)`
const addressPart = (column: 'street' | 'postal_code' | 'city') => sql`(select contact.${sql.ref(column)}
  from people.contact contact
  where contact.person_id = person.id and contact.kind = 'address' and contact.valid_to is null
  order by contact.preferred desc, contact.recorded_at desc, contact.id limit 1)`
const atHome = (
  column: 'status' | 'valid_from' | 'paid_until',
) => sql`(select membership.${sql.ref(column)}::text
  from people.membership membership
  where membership.person_id = person.id and membership.kind = 'home' and membership.valid_to is null
    and membership.replaced_at is null
  order by membership.valid_from desc, membership.id limit 1)`

const ofPerson: Record<ListColumn, RawBuilder<unknown>> = {
  name: sql`trim(person.given_name || ' ' || person.family_name)`,
  givenName: sql`person.given_name`,
  familyName: sql`person.family_name`,
  homeUnit: sql`(select unit.name from organisation.unit unit where unit.id = person.home_unit_id)`,
  birthDate: sql`person.birth_date::text`,
  age: sql`person.birth_date::text`,
  email: way('email'),
  phone: way('phone'),
  street: addressPart('street'),
  postalCode: addressPart('postal_code'),
  city: addressPart('city'),
  standing: atHome('status'),
  memberSince: atHome('valid_from'),
  paidUntil: atHome('paid_until'),
  otherUnits: sql`(select string_agg(unit.name, ', ' order by unit.name)
    from people.membership membership join organisation.unit unit on unit.id = membership.unit_id
    where membership.person_id = person.id and membership.kind <> 'home' and membership.valid_to is null
      and membership.replaced_at is null and membership.status = 'active')`,
  tags: sql`(select string_agg(tag.name, ', ' order by tag.name)
    from people.person_tag tagged join people.tag tag on tag.id = tagged.tag_id
    where tagged.person_id = person.id)`,
  language: sql`person.language`,
  languages: sql`array_to_string(person.languages, ', ')`,
  accessibility: sql`person.accessibility`,
  source: sql`person.source`,
}

/** A column as SQL over `person`, as text; unknown is null. */
export function columnSql(key: ColumnKey): RawBuilder<unknown> {
  const fieldId = fieldIdOf(key)
  if (fieldId === null) return ofPerson[key as ListColumn]
  return sql`(select string_agg(field.value, ', ' order by field.value) from people.field_value field
    where field.person_id = person.id and field.field_id = ${fieldId}::uuid and field.valid_to is null)`
}

/** A value as people read it, in their language. */
export function shownValue(
  key: ColumnKey,
  value: string | null,
  { language, today }: { language: Language; today: string },
): string {
  if (value === null) return ''
  const t = peopleTexts.in(language)
  if (key === 'age') return String(ageOn(value, today))
  if (key === 'phone') return shownPhone(value)
  if (key === 'standing')
    return t(`filter.membership.standing.${value}` as 'filter.membership.standing.active')
  if (key === 'languages') {
    return value
      .split(', ')
      .map((code) => languageName(code, language))
      .join(', ')
  }
  if (key === 'language')
    return t(value === 'en' ? 'filter.language.writtenTo.en' : 'filter.language.writtenTo.sv')
  return value
}

const orders: Record<Sorting, RawBuilder<unknown>[]> = {
  name: [sql`person.family_order`, sql`person.given_order`],
  givenName: [sql`person.given_order`, sql`person.family_order`],
  homeUnit: [ofPerson.homeUnit, sql`person.family_order`],
  birthDate: [sql`person.birth_date`],
  memberSince: [ofPerson.memberSince],
  postalCode: [ofPerson.postalCode],
  city: [ofPerson.city, sql`person.family_order`],
}

/** What to sort by; by name when the caller does not see what the sorting tells. Unknown comes last. */
export function orderSql(sorting: Sorting, sight: Sight): RawBuilder<unknown>[] {
  const part = partOfSorting(sorting)
  return orders[part === null || sight.parts.has(part) ? sorting : 'name']
}
