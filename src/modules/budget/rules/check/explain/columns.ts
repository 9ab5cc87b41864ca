import { isYearColumn } from '../columns.ts'
import type { Term } from '../judge.ts'
import { columnAt, isMoney, scaledAt } from '../view.ts'
import { about, named, nameOf, near, tellingDigits, type Case, type Clue, type Finding } from './clue.ts'

/** The figure one figure is held against, when it is only one. */
function counterpart({ terms }: Finding): Term | null {
  return terms.length === 1 ? (terms[0] ?? null) : null
}

/** Several figures agree with the other table one year earlier or later: a column was moved. */
export function shiftedColumn(one: Case, finding: Finding): Clue | null {
  if (one.findings.length < 2 || !counterpart(finding)) return null
  const step = [-1, 1].find((years) => one.findings.every((each) => agreesYearsAway(each, years)))
  const other = counterpart(finding)
  if (step === undefined || !other) return null
  const column = columnAt(finding.target.row, finding.target.column)
  const there = other.row.view.table.columns.find(
    (each) => isYearColumn(each) && each.year === (column.year ?? 0) + step,
  )
  return {
    sentence: {
      key: 'check.explain.shiftedColumn',
      params: {
        row: nameOf(finding.target.row),
        column: column.label,
        other: nameOf(other.row),
        otherColumn: there?.label ?? '',
        otherTable: other.row.view.table.title,
      },
    },
    about: [about.row(finding.target.row)],
  }
}

function agreesYearsAway(finding: Finding, years: number): boolean {
  const other = counterpart(finding)
  const year = columnAt(finding.target.row, finding.target.column).year
  const value = scaledAt(finding.target.row, finding.target.column)
  if (!other || year === null || tellingDigits(value) < 3) return false
  return other.row.view.table.columns.some(
    (column, at) =>
      isYearColumn(column) &&
      column.year === year + years &&
      isMoney(other.row, at) &&
      near(value, other.factor * scaledAt(other.row, at), finding.tolerance),
  )
}

/** The figure is the other column's of the same year: a forecast where the budget belongs, or the other way round. */
export function mixedColumns(_: Case, finding: Finding): Clue | null {
  const other = counterpart(finding)
  const { row, column } = finding.target
  const value = scaledAt(row, column)
  if (!other || tellingDigits(value) < 3) return null
  const own = columnAt(row, column)
  const there = other.row.view.table.columns.findIndex(
    (each, at) =>
      at !== other.column &&
      isYearColumn(each) &&
      each.year === own.year &&
      isMoney(other.row, at) &&
      near(value, other.factor * scaledAt(other.row, at), finding.tolerance),
  )
  if (there < 0) return null
  const { row: name, column: label, table } = named(other.row, there)
  return {
    sentence: {
      key: 'check.explain.mixedColumns',
      params: { row: name, column: own.label, otherColumn: label, table },
    },
  }
}

/** The figure stands in the next column of the same row as well: it was typed or pasted twice. */
export function copiedColumn(_: Case, finding: Finding): Clue | null {
  const { row, column } = finding.target
  const value = scaledAt(row, column)
  if (tellingDigits(value) < 3) return null
  const there = [column - 1, column + 1].find(
    (at) => at >= 0 && at < row.view.table.columns.length && scaledAt(row, at) === value,
  )
  if (there === undefined) return null
  return {
    sentence: {
      key: 'check.explain.copiedColumn',
      params: {
        row: nameOf(row),
        column: columnAt(row, column).label,
        otherColumn: columnAt(row, there).label,
      },
    },
  }
}
