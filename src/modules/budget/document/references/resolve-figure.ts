import { sum, type Amount } from '../../rules/amount.ts'
import type { Cell } from '../../rules/book.ts'
import { bad, good, type OrFault } from './fault.ts'
import { joined, printCount, printMoney } from './print-figure.ts'
import { isCodeOf, type ReferableRow, type ReferenceData, type YearFigures } from './reference-data.ts'
import { moneyUnits, type FigureReference, type MoneyUnit, type Show, type YearChoice } from './reference.ts'

/** What a reference in running text stands for. */
export type ResolvedFigure = {
  /** As it is read: `75 mnkr`. */
  printed: string
  /** The exact figures behind it, in the budget's unit. */
  values: Amount[]
  /** What it is a figure of. */
  target: FigureTarget
}

export type FigureTarget =
  | { of: 'row'; id: string }
  | { of: 'board'; board: string }
  | { of: 'appropriations' }
  | { of: 'results' }
  | { of: 'cell'; table: string; row: string; column: string }
  | { of: 'assignment'; id: string }

/** Finds the figure a reference points to, and prints it; or says why there is none. */
export function resolveFigure(reference: FigureReference, data: ReferenceData): OrFault<ResolvedFigure> {
  switch (reference.of) {
    case 'amount':
    case 'taxStep': {
      const row = findRow(reference.row, data)
      if (!row.ok) return row
      const { id, label, amounts, ore } = row.value
      if (reference.of === 'amount')
        return shownYears(amounts, reference, data, label, { of: 'row', id }, money(data))
      if (ore === null) return bad('noTax', { row: label })
      return shownYears(ore, reference, data, label, { of: 'row', id }, (value, show) =>
        printCount(value, show, 2, 'öre'),
      )
    }
    case 'base':
    case 'change':
    case 'sum': {
      if (reference.board === null)
        return shownYears(
          data.total[reference.of],
          reference,
          data,
          '',
          { of: 'appropriations' },
          money(data),
        )
      const board = data.boards.find((each) => each.slug === reference.board)
      if (!board) return bad('unknownBoard', { board: reference.board })
      const target = { of: 'board', board: board.slug } as const
      return shownYears(board[reference.of], reference, data, board.name, target, money(data))
    }
    case 'result':
    case 'baseResult':
      return shownYears(data[reference.of], reference, data, '', { of: 'results' }, money(data))
    case 'requirement':
      return data.requirement.some((each) => each !== null)
        ? shownYears(data.requirement, reference, data, '', { of: 'results' }, money(data))
        : bad('noRequirement')
    case 'tax':
      return data.rows.some((row) => row.ore !== null)
        ? shownYears(data.tax, reference, data, '', { of: 'results' }, money(data))
        : bad('noTax', { row: '' })
    case 'figure':
      return cellFigure(reference, data)
    case 'assignment':
      return assignmentLabel(reference.assignment, data)
  }
}

/** The row a code means: one of this version, or the one that was branched from it. */
export function findRow(code: string, data: ReferenceData): OrFault<ReferableRow> {
  const own = data.rows.filter((row) => isCodeOf(code, row.id))
  const [row, other] =
    own.length > 0 ? own : data.rows.filter((each) => each.originId !== null && isCodeOf(code, each.originId))
  if (other) return bad('ambiguousRow', { row: code, code: row?.id ?? '' })
  if (row) return good(row)
  const removed = data.removedRows.find((each) => isCodeOf(code, each.id))
  return removed ? bad('removedRow', { label: removed.label }) : bad('unknownRow', { row: code })
}

type Printer = (value: Amount, show: Show) => string

function money(data: ReferenceData): Printer {
  return (value, show) => printMoney(value, show, data)
}

function shownYears(
  figures: YearFigures,
  { year, show }: { year: YearChoice; show: Show },
  { years }: ReferenceData,
  label: string,
  target: FigureTarget,
  print: Printer,
): OrFault<ResolvedFigure> {
  const there = figures.flatMap((value, at) => (value === null ? [] : [{ value, year: years[at] ?? 0 }]))
  if (typeof year === 'number') {
    if (!years.includes(year)) return bad('unknownYear', { year: String(year), years: years.join(', ') })
    const found = there.find((each) => each.year === year)
    return found
      ? good({ printed: print(found.value, show), values: [found.value], target })
      : bad('blank', { label, year: String(year) })
  }
  const [first] = there
  if (first === undefined) return bad('blank', { label, year: years.join(', ') })
  const values = there.map((each) => each.value)
  if (year === 'together') return good({ printed: print(sum(values), show), values: [sum(values)], target })
  const same = there.length === years.length && values.every((each) => each.eq(first.value))
  const printed = same
    ? `${print(first.value, show)}${years.length > 1 ? ' per år' : ''}`
    : joined(there.map((each) => `${print(each.value, show)} ${each.year}`))
  return good({ printed, values, target })
}

function cellFigure(
  { table: key, row: rowKey, column: wanted, show }: Extract<FigureReference, { of: 'figure' }>,
  data: ReferenceData,
): OrFault<ResolvedFigure> {
  const table = data.tables.find((each) => each.key === key)
  if (!table) return bad('unknownTable', { table: key })
  const row = table.rows.find((each) => each.key === rowKey)
  if (!row) return bad('unknownTableRow', { row: rowKey, table: table.title })
  const at = table.columns.findIndex(
    (each) =>
      each.key === wanted ||
      (String(each.year) === wanted && (each.kind === 'budget' || each.kind === 'plan')),
  )
  const column = table.columns[at]
  if (!column) return bad('unknownColumn', { column: wanted, table: table.title })
  const cell = row.cells[at] ?? null
  if (cell === null || cell.value === null) return bad('blank', { label: row.label, year: column.label })
  const target = { of: 'cell', table: key, row: rowKey, column: column.key } as const
  return good({ printed: printCell(cell, cell.value, show), values: [cell.value], target })
}

/** A table's figure keeps the decimals it is printed with there, unless the text says otherwise. */
function printCell(cell: Cell, value: Amount, show: Show): string {
  const unit = moneyUnits.find((each) => each === cell.unit)
  if (unit) return printMoney(value, show, { unit: unit satisfies MoneyUnit, decimals: cell.decimals })
  const words: Partial<Record<Cell['unit'], string>> = {
    percent: 'procent',
    percentagePoints: 'procentenheter',
    öre: 'öre',
  }
  return printCount(value, show, cell.decimals, words[cell.unit] ?? '')
}

function assignmentLabel(code: string, data: ReferenceData): OrFault<ResolvedFigure> {
  const assignment = data.assignments.find((each) => isCodeOf(code, each.id))
  if (assignment)
    return good({
      printed: assignment.label,
      values: [],
      target: { of: 'assignment', id: assignment.id },
    })
  const removed = data.removedAssignments.find((each) => isCodeOf(code, each.id))
  return removed
    ? bad('removedAssignment', { label: removed.label })
    : bad('unknownAssignment', { assignment: code })
}
