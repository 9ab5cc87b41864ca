import { sql, type RawBuilder, type Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { countedSteps, formulaOf, type Formula, type StepCount } from '../../rules/lists/counts.ts'
import { filtersIn, type ListQuery } from '../../rules/lists/query.ts'
import type { Asking } from './asking.ts'
import { conditionOf, foundPeople, isThere } from './compile-query.ts'
import { withRoom } from './with-room.ts'

export type Counts = {
  /** Everybody the caller sees. */
  everybody: number
  /** Those found in the end. */
  found: number
  steps: StepCount[]
}

/**
 * How many people each step finds, alone and after those before it, in one statement that goes through the register
 * once: each filter's truth is worked out for a person, and everything else is counted from that.
 */
export async function countSteps(db: Transaction<Tables>, query: ListQuery, asking: Asking): Promise<Counts> {
  const { where, sample } = query
  const filters = filtersIn(where)
  const truths = filters.map(({ step }, index) => sql`${conditionOf(step, asking)} as ${name(index)}`)
  const formula = formulaOf(where, { number: 0 })
  const steps = countedSteps(where, formula)
  const figures = [
    sql`count(*) as everybody`,
    sql`count(*) filter (where ${said(formula)}) as found`,
    ...steps.flatMap(({ alone, after }, index) => [
      sql`count(*) filter (where ${said(alone)}) as ${sql.ref(`alone${index}`)}`,
      sql`count(*) filter (where ${said(after)}) as ${sql.ref(`after${index}`)}`,
    ]),
    // A draw by share is counted by drawing; one by number is known when those to draw among are.
    ...(sample?.by === 'percent'
      ? [sql`(select count(*) from (${foundPeople(query, asking)}) drawn) as drawn`]
      : []),
  ]
  const counted = await withRoom(db, () =>
    sql<Record<string, string>>`select ${sql.join(figures)} from (
      select ${truths.length > 0 ? sql.join(truths) : sql`1 as nothing`}
      from people.person person where ${isThere} offset 0) truth`.execute(db),
  )
  const row = counted.rows[0]!
  const figure = (key: string) => Number(row[key])
  const found = figure('found')
  return {
    everybody: figure('everybody'),
    found: !sample ? found : sample.by === 'percent' ? figure('drawn') : Math.min(found, sample.size),
    steps: steps.map(({ path }, index) => ({
      path,
      alone: figure(`alone${index}`),
      after: figure(`after${index}`),
    })),
  }
}

const name = (index: number) => sql.ref(`filter${index}`)

function said(formula: Formula): RawBuilder<unknown> {
  if (typeof formula === 'number') return name(formula)
  if ('not' in formula) return sql`(not ${said(formula.not)})`
  const parts = 'all' in formula ? formula.all : formula.any
  if (parts.length === 0) return sql`true`
  return sql`(${sql.join(parts.map(said), 'all' in formula ? sql` and ` : sql` or `)})`
}
