import { adjustmentSummaries, resultingRow } from '../adjustment-boards.ts'
import { boardMoney, moneyLabel, type BoardMoney } from '../board-money.ts'
import { isYearColumn, sameColumn } from '../columns.ts'
import type { CheckContext } from '../context.ts'
import { about } from '../explain/clue.ts'
import { judge, term, type Judged, type Term } from '../judge.ts'
import type { Sentence } from '../report.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { amountOf, columnAt, isMoney, scaledAt, type RowView } from '../view.ts'

/** The summary's total is the sum of the appropriations. */
export const appropriationTotal: Rule = rule({
  id: 'appropriations.total',
  class: 'identity',
  severity: 'error',
  run: (context) =>
    boardMoney(context).flatMap((boards): Series[] => {
      const rows = boards.flatMap(({ row }) => row ?? [])
      const views = new Set(boards.flatMap(({ board }) => (board && resultingRow(board)?.view) ?? []))
      return adjustmentSummaries(context).flatMap(({ view, total }): Series[] => {
        if (!views.has(view) || !total) return []
        const judged = totals(context, total, rows)
        const missing = explainTotals(context, judged, boards)
        return [{ judged, candidates: rows, about: missing.map(about.row) }]
      })
    }),
})

function totals(context: CheckContext, total: RowView, rows: readonly RowView[]): Judged[] {
  return total.view.table.columns.flatMap((column, at) => {
    if (!isYearColumn(column) || !isMoney(total, at)) return []
    const terms: Term[] = []
    for (const row of rows) {
      const there = sameColumn(row.view, column)
      if (there >= 0 && isMoney(row, there)) terms.push(term(row, there))
    }
    return terms.length === 0 ? [] : [judge(context, appropriationTotal, term(total, at), terms)]
  })
}

/** What a board makes the total differ by, in each of the columns that are off. */
type Share = { label: string; missing: RowView | null; amounts: readonly number[] }

/**
 * Says which boards a total that is off is short of, where they make up the whole difference.
 * @returns the appropriations that are missing from the summary
 */
function explainTotals(
  context: CheckContext,
  judged: readonly Judged[],
  boards: readonly BoardMoney[],
): RowView[] {
  const findings = judged.filter(({ check }) => check.outcome === 'finding')
  if (findings.length === 0) return []
  const shares = boards
    .map((one) => shareOf(one, findings))
    .filter(({ amounts }) => amounts.some((each) => each !== 0))
  const missing = shares.filter((share) => share.missing !== null)
  const others = withoutMirrors(shares.filter((share) => share.missing === null))
  for (const [at, finding] of findings.entries()) {
    const differing = others.filter(({ amounts }) => Math.abs(amounts[at] ?? 0) > roundingOfTwo)
    const sentence = sentenceFor(context, finding, at, missing, differing)
    if (sentence) finding.check.explanation = sentence
  }
  return missing.flatMap((share) => share.missing ?? [])
}

/** Two figures that differ by this many quanta or less differ by rounding. */
const roundingOfTwo = 2

function sentenceFor(
  context: CheckContext,
  { check, difference, tolerance }: Judged,
  at: number,
  missing: readonly Share[],
  differing: readonly Share[],
): Sentence | null {
  const sum = (shares: readonly Share[]): number =>
    shares.reduce((total, { amounts }) => total + (amounts[at] ?? 0), 0)
  const rest = difference - sum(missing) - sum(differing)
  if (Math.abs(rest) > tolerance || missing.length + differing.length === 0) return null
  const both = missing.length > 0 && differing.length > 0
  return {
    key: both
      ? 'check.explain.totalWithoutAndDiffers'
      : missing.length > 0
        ? 'check.explain.totalWithout'
        : 'check.explain.totalDiffers',
    params: {
      missing: missing.map(({ label }) => label).join(', '),
      missingAmount: amountOf(Math.abs(sum(missing)), context.quantum, check.unit),
      differing: differing.map(({ label }) => label).join(', '),
      differingAmount: amountOf(sum(differing), context.quantum, check.unit),
      rest: amountOf(rest, context.quantum, check.unit),
    },
  }
}

function shareOf(one: BoardMoney, findings: readonly Judged[]): Share {
  const sum = one.board && resultingRow(one.board)
  const amounts = findings.map(({ target }) => amountLike(target, sum) - amountLike(target, one.row))
  return { label: moneyLabel(one), missing: one.board ? null : one.row, amounts }
}

/** What the row prints in the column that stands for the same year as the target's. */
function amountLike(target: Term | null, row: RowView | null): number {
  if (!target || !row) return 0
  const at = sameColumn(row.view, columnAt(target.row, target.column))
  return at >= 0 ? scaledAt(row, at) : 0
}

/** Boards that mirror each other change no total. */
function withoutMirrors(shares: readonly Share[]): Share[] {
  const gone = new Set<Share>()
  for (const one of shares) {
    if (gone.has(one)) continue
    const mirror = shares.find(
      (other) =>
        other !== one &&
        !gone.has(other) &&
        one.amounts.every((each, at) => each === -(other.amounts[at] ?? 0)),
    )
    if (mirror) for (const each of [one, mirror]) gone.add(each)
  }
  return shares.filter((share) => !gone.has(share))
}
