import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { personalReadOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { fullName } from '../../rules/names.ts'
import { countsInTurn, paidSteps } from '../../rules/posts/paid-changes.ts'
import { postNameOf } from '../../store/posts/post-name-of.ts'
import { readPostNames } from '../../store/posts/post-names.ts'
import { readMandates } from '../../store/posts/read-mandates.ts'
import { readRemunerationReports } from '../../store/posts/read-remuneration-reports.ts'
import { readRemunerations } from '../../store/posts/read-remunerations.ts'
import { readTerms } from '../../store/posts/read-terms.ts'
import { toldRemuneration } from '../../store/posts/told.ts'
import { personsIn } from '../persons-in.ts'
import { day, paidPolicy, remunerationShape } from './post-shapes.ts'

const changed = z.object({
  remunerationId: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  postName: z.string(),
  degree: z.string().nullable(),
  temporary: z.boolean(),
  /** Why it came or ended, in the office's words. */
  reason: z.string(),
  again: z.boolean().describe('The person was paid before, or is so after, all the same'),
})

/**
 * How many persons have been paid, from day to day, and why it changed: "4, then 5, then 4". With the remunerations for a time,
 * what they were for, and what was reported back.
 */
export const listRemunerationChanges = personalReadOperation({
  name: 'list-remuneration-changes',
  summary:
    'How many persons were paid from day to day and why it changed; remunerations for a time with reports.',
  route: 'GET /people/posts/remuneration-changes',
  policy: paidPolicy,
  input: z.object({ from: day.optional(), to: day.optional() }),
  output: z.object({
    from: day,
    to: day,
    counts: z.array(z.number().int()),
    steps: z.array(
      z.object({
        day,
        paid: z.number().int(),
        temporary: z.number().int(),
        began: z.array(changed),
        ended: z.array(changed),
      }),
    ),
    temporary: z.array(
      remunerationShape.extend({
        reports: z.array(
          z.object({
            id: z.uuid(),
            day,
            hours: z.string().nullable(),
            unitName: z.string(),
            words: z.string(),
          }),
        ),
        /** Hours that were reported, together. */
        reported: z.string(),
      }),
    ),
  }),
  example: () => ({}),
  audit: (_, output) => ({ kind: 'remuneration', id: null, aboutPersonIds: personsIn(output) }),
  async run({ db, now }, input) {
    const rows = await readRemunerations(db)
    const to = input.to ?? today(now)
    const earliest = rows.reduce((first, row) => (row.validFrom < first ? row.validFrom : first), to)
    const from = input.from ?? earliest
    if (from > to)
      throw new Problem('invalidInput', { issues: [{ path: ['to'], message: 'post.endsBeforeItBegins' }] })
    const names = await readPostNames(db, to)
    const terms = await readTerms(db)
    const mandates = await readMandates(db)
    const postName = (row: (typeof rows)[number]) => postNameOf(row, names, terms, mandates)
    const steps = paidSteps(rows, from, to)
    const byId = new Map(rows.map((row) => [row.id, row]))
    const tell = (reason: 'reason' | 'endedReason') => (each: { row: { id: string }; again: boolean }) => {
      const row = byId.get(each.row.id)!
      return {
        remunerationId: row.id,
        personId: row.personId,
        name: fullName(row),
        postName: postName(row),
        degree: row.degree,
        temporary: row.temporary,
        reason: row[reason] || (reason === 'reason' ? row.purpose : ''),
        again: each.again,
      }
    }
    const reports = Map.groupBy(await readRemunerationReports(db), (report) => report.remunerationId)
    return {
      from,
      to,
      counts: countsInTurn(steps),
      steps: steps.map((step) => ({
        ...step,
        began: step.began.map(tell('reason')),
        ended: step.ended.map(tell('endedReason')),
      })),
      temporary: rows
        .filter((row) => row.temporary && row.validFrom <= to && (row.validTo ?? to) >= from)
        .toReversed()
        .map((row) => {
          const own = reports.get(row.id) ?? []
          return {
            ...toldRemuneration(row, { postName: postName(row), unitNames: names.units }),
            reports: own.map(({ remunerationId: _, unitId, ...report }) => ({
              ...report,
              unitName: unitId ? (names.units.get(unitId) ?? '') : '',
            })),
            reported: hoursTogether(own.map(({ hours }) => hours)),
          }
        }),
    }
  },
})

/** Hours have two decimals at most, so that whole hundredths add up exactly. */
function hoursTogether(all: readonly (string | null)[]): string {
  const hundredths = all.reduce((sum, hours) => sum + Math.round(Number(hours ?? 0) * 100), 0)
  return (hundredths / 100).toFixed(2)
}
