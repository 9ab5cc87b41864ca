import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { retentionKeys } from '../../rules/privacy/retention-subjects.ts'
import { overdue } from '../../store/privacy/retention/overdue.ts'
import { readRetentionRules, retentionLimit } from '../../store/privacy/retention/read-rules.ts'

type Shown = {
  personId: string | null
  givenName: string | null
  familyName: string | null
  since: string
  rows: number
}

/** What a rule would let go of today, in the caller's units: exactly how many, and who. Nothing is changed. */
export const previewRetention = personalReadOperation({
  name: 'preview-retention',
  summary: 'What a retention rule would let go of today: how many, and who.',
  route: 'GET /people/retention-rules/{key}/preview',
  policy: registrarPolicy,
  input: z.object({
    key: z.enum(retentionKeys),
    /** Another number of months than the rule has, to try it out. */
    months: z.coerce.number().int().min(1).max(600).optional(),
  }),
  output: z.object({
    months: z.number().int(),
    before: z.iso.date(),
    rows: z.number().int(),
    persons: z.number().int(),
    shown: z.array(
      z.object({
        personId: z.uuid().nullable(),
        name: z.string(),
        since: z.iso.date(),
        rows: z.number().int(),
      }),
    ),
  }),
  example: () => ({ key: 'contacts' as const, months: 12 }),
  audit: ({ key }, output) => ({
    kind: 'retentionRule',
    id: key,
    aboutPersonIds: output.shown.flatMap(({ personId }) => (personId ? [personId] : [])),
    detail: { key, rows: output.rows, persons: output.persons },
  }),
  async run(context, { key, months }) {
    const { db, now } = context
    const rule = found((await readRetentionRules(context)).find((each) => each.key === key))
    const asked = months ?? rule.months
    const before = retentionLimit(today(now), asked)
    const rows = overdue[key].rows(before)
    const counted = await sql<{ rows: number; persons: number }>`
      select count(*)::int as rows, count(distinct person_id)::int as persons from (${rows}) overdue`.execute(
      db,
    )
    const { rows: shown } = await sql<Shown>`
      select overdue.person_id as "personId", person.given_name as "givenName", person.family_name as "familyName",
        min(overdue.since) as since, count(*)::int as rows
      from (${rows}) overdue
      left join people.person person on person.id = overdue.person_id and person.erased_at is null
      group by overdue.person_id, person.given_name, person.family_name
      order by min(overdue.since) limit 200`.execute(db)
    return {
      months: asked,
      before,
      ...counted.rows[0]!,
      shown: shown.map(({ givenName, familyName, ...each }) => ({
        ...each,
        name: `${givenName ?? ''} ${familyName ?? ''}`.trim(),
      })),
    }
  },
})
