import type { Column, Row, TableKind } from '../book.ts'
import type { Role } from '../roles.ts'
import type { Grid } from './grid.ts'
import { message } from './message.ts'
import { placeOf } from './raw-table.ts'
import type { ReadingProblem } from './recognition.ts'

/** What looks wrong about rows that could be read: one that stands twice, a figure below nothing. */
export function rowProblems(
  grid: Grid,
  kind: TableKind,
  rows: readonly Row[],
  columns: readonly Column[],
): ReadingProblem[] {
  return [...rowsTwice(grid, rows), ...wrongSigns(grid, kind, rows, columns)]
}

function rowsTwice(grid: Grid, rows: readonly Row[]): ReadingProblem[] {
  const seen = new Map<string, number>()
  return rows.flatMap((row, at): ReadingProblem[] => {
    const figures = row.cells.map((cell) => cell?.printed ?? '').join('|')
    if (!/[1-9]/u.test(figures)) return []
    const same = [row.section, row.label.toLowerCase(), figures].join('\n')
    const first = seen.get(same)
    if (first === undefined) {
      seen.set(same, at)
      return []
    }
    const place = placeOf(grid, grid.rows[at]?.line ?? null, null)
    return [
      {
        severity: 'warning',
        place,
        message: message('reading.row.twice', { label: row.label, first: grid.rows[first]?.line ?? 0 }),
      },
    ]
  })
}

/** Figures that cannot be below nothing, whatever sign the document gives costs. */
const neverNegative: Partial<Record<TableKind, readonly Role[]>> = {
  incomeStatement: ['operatingIncome', 'taxRevenue', 'totalTaxRevenue'],
  taxRevenue: ['taxRevenue', 'totalTaxRevenue'],
  appropriations: ['appropriation', 'appropriationTotal'],
  unitResult: ['unitIncome', 'appropriationIncome', 'ticketRevenue'],
  balanceSheet: [
    'intangibleAssets',
    'tangibleAssets',
    'financialAssets',
    'fixedAssets',
    'inventories',
    'currentReceivables',
    'otherCurrentAssets',
    'cashAndBank',
    'currentAssets',
    'totalAssets',
    'pensionProvisions',
    'provisions',
    'longTermLoans',
    'longTermLiabilities',
    'currentLiabilities',
    'liabilities',
    'equityAndLiabilities',
    'contingentPensionLiability',
  ],
  cashFlow: ['openingCash', 'closingCash'],
}

function wrongSigns(
  grid: Grid,
  kind: TableKind,
  rows: readonly Row[],
  columns: readonly Column[],
): ReadingProblem[] {
  const never = new Set(neverNegative[kind] ?? [])
  return rows.flatMap((row, at) => {
    if (row.role === null || !never.has(row.role)) return []
    return row.cells.flatMap((cell, column): ReadingProblem[] => {
      if (!cell?.value?.lt(0) || columns[column]?.kind === 'change') return []
      const from = grid.rows[at]?.cells[column]
      const place = placeOf(grid, from?.line ?? null, from?.column ?? null)
      return [
        {
          severity: 'warning',
          place,
          message: message('reading.cell.negative', { read: cell.printed, label: row.label }),
        },
      ]
    })
  })
}
