import { sql, type RawBuilder } from 'kysely'
import type { ListQuery, QueryStep, Sample } from '../../rules/lists/query.ts'
import { lotLimit } from '../../rules/lists/sample.ts'
import type { Asking, Condition } from './asking.ts'
import { listFilter } from './filter-registry.ts'

/** A step as a condition on `person`. A group without steps holds for everybody. */
export function conditionOf(step: QueryStep, asking: Asking): Condition {
  switch (step.kind) {
    case 'not':
      return sql<boolean>`(not ${conditionOf(step.step, asking)})`
    case 'filter': {
      const filter = listFilter(step.filter)
      if (!filter) throw new Error(`There is no list filter called ${step.filter}.`)
      return filter.sql(filter.rule.input.parse(step.input), asking)
    }
    default: {
      const parts = step.steps.map((each) => conditionOf(each, asking))
      if (parts.length === 0) return sql<boolean>`true`
      return sql<boolean>`(${sql.join(parts, step.kind === 'and' ? sql` and ` : sql` or `)})`
    }
  }
}

/** Records that became part of another or were erased are shown nowhere. */
export const isThere = sql<boolean>`person.merged_into is null and person.erased_at is null`

/** Selects the ids of everybody found, with whatever else of `person` is wanted. Row-level security does the rest. */
export function foundPeople(
  query: ListQuery,
  asking: Asking,
  more: RawBuilder<unknown> = sql``,
): RawBuilder<unknown> {
  const { where, sample } = query
  return sql`select person.id ${more} from people.person person
    where ${isThere} and ${conditionOf(where, asking)} ${sample ? drawn(sample) : sql``}`
}

/** A person's lot in a draw: the same for as long as the seed is. */
function lot(seed: string) {
  return sql`md5(${`${seed} `} || person.id::text) collate "C"`
}

function drawn({ by, size, seed }: Sample) {
  if (by === 'number') return sql`order by ${lot(seed)} limit ${size}::int`
  const limit = lotLimit(size)
  return limit === null ? sql`` : sql`and ${lot(seed)} < ${limit}`
}
