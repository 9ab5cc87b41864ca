import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { erasePerson } from '../../store/privacy/erase.ts'
import { overdue, type OverdueRow } from '../../store/privacy/retention/overdue.ts'
import {
  readRetentionRules,
  retentionLimit,
  type RetentionRule,
} from '../../store/privacy/retention/read-rules.ts'

/** Persons erased in one night at most: a transaction that is done soon; the rest follows the nights after. */
const mostPersons = 200
/** Rows removed in one night at most. */
const mostRows = 100_000

/** Lets go of what is too old, by the rules that are switched on. For the nightly task. */
export const applyRetention = writeOperation({
  name: 'apply-retention',
  summary: 'Let go of what is too old, by the retention rules that are switched on.',
  route: 'POST /people/retention-rules/apply',
  policy: { allow: 'operator', protectedIdentities: true },
  input: z.object({}),
  output: z.object({ counts: z.record(z.string(), z.number().int()) }),
  example: () => ({}),
  audit: (_, { counts }) => ({ kind: 'retentionRule', id: null, detail: counts }),
  async run(context) {
    const counts: Record<string, number> = {}
    for (const rule of await readRetentionRules(context)) {
      if (!rule.active) continue
      const count = await carryOut(context, rule)
      counts[rule.key] = count
      await context.db
        .updateTable('people.retention_rule')
        .set({ last_run_at: context.now, last_run_count: count })
        .where('subject', '=', rule.key)
        .execute()
    }
    return { counts }
  },
})

async function carryOut(context: OperationContext, rule: RetentionRule): Promise<number> {
  const { db, now } = context
  const { table, rows } = overdue[rule.key]
  const due = rows(retentionLimit(today(now), rule.months))
  if (rule.action === 'remove') {
    const done = await sql<{ count: number }>`
      select people.remove_overdue(${table}, coalesce(array_agg(overdue.id), '{}')) as count
      from (${due} limit ${mostRows}) overdue`.execute(db)
    return done.rows[0]!.count
  }
  const found = await sql<OverdueRow>`
    select id, person_id, since from (${due}) overdue order by since limit ${mostPersons}`.execute(db)
  let erased = 0
  for (const row of found.rows) {
    try {
      // Who merely lapsed has not asked to be left alone: they may be brought in again.
      await erasePerson(context, row.id, { keepOut: false })
      erased += 1
    } catch (error) {
      // Somebody who is trusted with a role stays until it has ended.
      if (!(error instanceof Problem) || error.code !== 'notPossibleNow') throw error
    }
  }
  return erased
}
