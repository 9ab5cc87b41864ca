import { sql } from 'kysely'
import type { z } from 'zod'
import { bornBy, type ageRule } from '../../../rules/lists/filters/age.ts'
import type { birthdayRule } from '../../../rules/lists/filters/birthday.ts'
import type { campaignRule } from '../../../rules/lists/filters/campaign.ts'
import type { languageRule } from '../../../rules/lists/filters/language.ts'
import type { otherListRule } from '../../../rules/lists/filters/other-list.ts'
import type { sourceRule } from '../../../rules/lists/filters/source.ts'
import type { FilterSql } from '../asking.ts'

export const ageSql: FilterSql<z.output<typeof ageRule.input>> = ({ from, to }, { today }) => {
  const conditions = [sql`person.birth_date is not null`]
  if (from !== undefined) conditions.push(sql`person.birth_date <= ${bornBy(today, from)}::date`)
  if (to !== undefined) conditions.push(sql`person.birth_date > ${bornBy(today, to + 1)}::date`)
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

const dayOfYear = sql`(date_part('month', person.birth_date) * 100 + date_part('day', person.birth_date))`

export const birthdaySql: FilterSql<z.output<typeof birthdayRule.input>> = ({ from, to }) => {
  const [first, last] = [from, to].map((day) => Number(day.replace('-', '')))
  const either = from <= to ? sql`and` : sql`or`
  return sql<boolean>`(person.birth_date is not null
    and (${dayOfYear} >= ${first}::float8 ${either} ${dayOfYear} <= ${last}::float8))`
}

export const languageSql: FilterSql<z.output<typeof languageRule.input>> = ({ writtenTo, speaks }) => {
  const conditions = [
    ...(writtenTo === undefined ? [] : [sql`person.language = ${writtenTo}`]),
    ...(speaks === undefined ? [] : [sql`${speaks} = any (person.languages)`]),
  ]
  return sql<boolean>`(${sql.join(conditions, sql` and `)})`
}

export const sourceSql: FilterSql<z.output<typeof sourceRule.input>> = ({ source }) =>
  sql<boolean>`person.source = ${source}`

export const otherListSql: FilterSql<z.output<typeof otherListRule.input>> = ({ listId }, { inList }) =>
  sql<boolean>`person.id in (${inList(listId)})`

export const campaignSql: FilterSql<z.output<typeof campaignRule.input>> = ({ campaignId }) =>
  sql<boolean>`person.id in (select application.person_id from people.application application
    where application.page_id = ${campaignId}::uuid and application.state = 'approved'
      and application.person_id is not null)`
