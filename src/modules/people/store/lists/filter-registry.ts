import type { ModuleTexts } from '#platform/operations/registry.ts'
import { affiliationRule } from '../../rules/lists/filters/affiliation.ts'
import { ageRule } from '../../rules/lists/filters/age.ts'
import { birthdayRule } from '../../rules/lists/filters/birthday.ts'
import { campaignRule } from '../../rules/lists/filters/campaign.ts'
import { cityRule, postalCodeRule } from '../../rules/lists/filters/address.ts'
import { consentRule } from '../../rules/lists/filters/consent.ts'
import { contactRule } from '../../rules/lists/filters/contact.ts'
import { engagementRule } from '../../rules/lists/filters/engagement.ts'
import { fieldRule } from '../../rules/lists/filters/field.ts'
import { languageRule } from '../../rules/lists/filters/language.ts'
import { membershipRule } from '../../rules/lists/filters/membership.ts'
import { otherListRule } from '../../rules/lists/filters/other-list.ts'
import { mandateRule, roleRule } from '../../rules/lists/filters/posts.ts'
import { sourceRule } from '../../rules/lists/filters/source.ts'
import { tagRule } from '../../rules/lists/filters/tag.ts'
import type { FilterRule } from '../../rules/lists/filter.ts'
import { peopleTexts } from '../../messages/people.ts'
import type { FilterSql } from './asking.ts'
import { affiliationSql } from './filters/affiliation.ts'
import { citySql, contactSql, postalCodeSql } from './filters/contact.ts'
import { consentSql, engagementSql, fieldSql, tagSql } from './filters/marks.ts'
import { membershipSql } from './filters/membership.ts'
import { mandateSql, roleSql } from './filters/posts.ts'
import { ageSql, birthdaySql, campaignSql, languageSql, otherListSql, sourceSql } from './filters/person.ts'

/**
 * A filter in whole: its rule, the SQL that asks the same, and the texts that say it: `filter.<name>` (what it is
 * called), `filter.<name>.<field>` with `….<option>` (how its parts are asked for) and the keys of its phrases.
 */
export type ListFilter<Input = unknown> = {
  rule: FilterRule<Input>
  sql: FilterSql<Input>
  texts: ModuleTexts
}

const filters = new Map<string, ListFilter>()

/**
 * Registers a filter that lists can be made with. The register's own are registered here; other modules register
 * theirs when they are loaded (who has taken part in an activity, been called, given money).
 * @throws when there is one with the name already: that is a mistake in the code, found at once
 */
export function addListFilter<Input>(filter: ListFilter<Input>): void {
  if (filters.has(filter.rule.name)) throw new Error(`Two list filters are called ${filter.rule.name}.`)
  // What is read by a filter's own schema is the only input it is ever given.
  filters.set(filter.rule.name, filter as unknown as ListFilter)
}

/** The filter with a name; undefined when there is none. */
export function listFilter(name: string): ListFilter | undefined {
  return filters.get(name)
}

/** Every filter, in the order they are offered. */
export function listFilters(): ListFilter[] {
  return [...filters.values()]
}

const texts = peopleTexts
addListFilter({ rule: membershipRule, sql: membershipSql, texts })
addListFilter({ rule: ageRule, sql: ageSql, texts })
addListFilter({ rule: birthdayRule, sql: birthdaySql, texts })
addListFilter({ rule: roleRule, sql: roleSql, texts })
addListFilter({ rule: mandateRule, sql: mandateSql, texts })
addListFilter({ rule: tagRule, sql: tagSql, texts })
addListFilter({ rule: fieldRule, sql: fieldSql, texts })
addListFilter({ rule: consentRule, sql: consentSql, texts })
addListFilter({ rule: contactRule, sql: contactSql, texts })
addListFilter({ rule: postalCodeRule, sql: postalCodeSql, texts })
addListFilter({ rule: cityRule, sql: citySql, texts })
addListFilter({ rule: languageRule, sql: languageSql, texts })
addListFilter({ rule: engagementRule, sql: engagementSql, texts })
addListFilter({ rule: affiliationRule, sql: affiliationSql, texts })
addListFilter({ rule: sourceRule, sql: sourceSql, texts })
addListFilter({ rule: campaignRule, sql: campaignSql, texts })
addListFilter({ rule: otherListRule, sql: otherListSql, texts })
