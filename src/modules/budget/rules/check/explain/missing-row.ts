import { sameColumn } from '../columns.ts'
import type { Judged } from '../judge.ts'
import { columnAt, isMoney, scaledAt, type RowView } from '../view.ts'
import {
  about,
  nameOf,
  near,
  seen,
  shown,
  tellingDigits,
  type Case,
  type Clue,
  type Finding,
} from './clue.ts'

/** How a row explains a difference. */
type Way = 'leftOut' | 'countedTwice' | 'countedIn'

const keys: Record<Way, string> = {
  leftOut: 'check.explain.rowLeftOut',
  countedTwice: 'check.explain.rowCountedTwice',
  countedIn: 'check.explain.rowCountedIn',
}

/**
 * The difference is a row: in every column that is off it is that row's amount. Said when one row alone fits, with
 * amounts that are hardly chance: large ones, or in two columns at least while the row is empty where nothing is off.
 */
export function missingRow(one: Case, finding: Finding): Clue | null {
  const only = seen(one, explainingRow, () => theOnlyRow(one))
  if (!only) return null
  return {
    sentence: {
      key: keys[only.way],
      params: {
        row: nameOf(only.row),
        table: only.row.view.table.title,
        amount: shown(one, finding, Math.abs(finding.difference)),
        columns: one.findings.length,
      },
    },
    about: [about.row(only.row)],
  }
}

const explainingRow = Symbol('row that explains the series')

function theOnlyRow(one: Case): { row: RowView; way: Way } | null {
  let found: { row: RowView; way: Way } | null = null
  for (const row of one.series.candidates ?? []) {
    const way = row === one.findings[0]?.target.row ? null : wayOf(one, row)
    if (!way) continue
    if (found) return null
    found = { row, way }
  }
  return found
}

function wayOf(one: Case, row: RowView): Way | null {
  const [first] = one.findings
  if (!first) return null
  const inTerms = first.terms.find((term) => term.row === row)
  // A part of the figure it is held against, when that figure is one other figure.
  const component = !inTerms && first.terms.length === 1 && one.series.candidates?.includes(row) === true
  const counted = inTerms?.factor ?? 1
  const ways: readonly { way: Way; sign: number }[] =
    inTerms || component
      ? [
          { way: 'leftOut', sign: -counted },
          { way: 'countedTwice', sign: counted },
        ]
      : [{ way: 'countedIn', sign: 1 }]
  return ways.find(({ sign }) => explains(one, row, sign))?.way ?? null
}

function explains({ series, findings }: Case, row: RowView, sign: number): boolean {
  const amounts = new Set<number>()
  let elsewhere = false
  for (const judged of series.judged) {
    const value = sign * amountBeside(judged, row)
    if (judged.check.outcome === 'finding') {
      if (!near(judged.difference, value, judged.tolerance)) return false
      amounts.add(value)
    } else if (Math.abs(value) > judged.tolerance) elsewhere = true
  }
  const digits = [...amounts].reduce((total, value) => total + tellingDigits(value), 0)
  // A row that is there in other columns, where nothing is off, must say more to be believed.
  return digits >= 3 || (findings.length >= 2 && !elsewhere)
}

/** The candidate's amount in the column of the check's target. */
function amountBeside({ target }: Judged, row: RowView): number {
  if (!target) return 0
  const column =
    row.view === target.row.view ? target.column : sameColumn(row.view, columnAt(target.row, target.column))
  return column >= 0 && isMoney(row, column) ? scaledAt(row, column) : 0
}
