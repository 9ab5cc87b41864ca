import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Amount } from '../../amount.ts'
import type { Book, Cell, Row, Table } from '../../book.ts'
import { readBookFolder } from '../../reading/folder.ts'
import { printedAdjustments } from '../printed-adjustments.ts'
import { takeBack, type TakenBack } from '../take-back.ts'
import { emptyVersion, type CashPolicy, type Version } from '../version.ts'

const folder = fileURLToPath(new URL('../../../../../../examples/region-stockholm-2025/', import.meta.url))
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(`${folder}${name}`)) }))

/** The example as printed: one party's alternative budget for Region Stockholm 2025–2027. */
export const example: Book = readBookFolder(files).book

export const exampleSettings = { years: [2025, 2026, 2027], unit: 'mnkr' as const }

/** The adjustments the example prints, as a version. */
export function exampleVersion(cashPolicy: CashPolicy = 'loans'): Version {
  const summary = tableWith(example.tables, 'adjustments')
  const units = example.tables.flatMap((table) => (table.kind === 'unitResult' ? [table.body ?? ''] : []))
  return {
    ...emptyVersion('printed', 'Tryckt'),
    adjustments: printedAdjustments(summary, units, exampleSettings),
    cashPolicy,
  }
}

/** The example's base: its own side with the adjustments taken back. */
export function exampleBase(cashPolicy: CashPolicy = 'loans'): TakenBack {
  return takeBack(example.tables, exampleVersion(cashPolicy), exampleSettings)
}

export function tableWith(tables: readonly Table[], key: string): Table {
  const found = tables.find((table) => table.key === key)
  if (found === undefined) throw new Error(`no table ${key}`)
  return found
}

/** The row printed on a source line of the example. */
export function rowAt(table: Table, line: number): Row {
  const found = table.rows.find((row) => row.sourceLine === line)
  if (found === undefined) throw new Error(`no row on line ${line}`)
  return found
}

/** The cells of the compiled years (or of `years`), in order. */
export function cellsOf(
  table: Table,
  line: number,
  years: readonly number[] = exampleSettings.years,
): (Cell | null)[] {
  const row = rowAt(table, line)
  return years.map(
    (year) =>
      row.cells[
        table.columns.findIndex(
          (column) => column.year === year && (column.kind === 'budget' || column.kind === 'plan'),
        )
      ] ?? null,
  )
}

/** What is printed there, in plain hyphens and spaces. */
export function printedOf(table: Table, line: number): string[] {
  return cellsOf(table, line).map((cell) => plainPrint(cell?.printed ?? ''))
}

export function valuesOf(table: Table, line: number): (Amount | null)[] {
  return cellsOf(table, line).map((cell) => cell?.value ?? null)
}

/** A print with whatever minus and space it has, as the same text: `−64,0 %` and `-64,0%`. */
export function plainPrint(printed: string): string {
  return printed.replaceAll('\u2212', '-').replaceAll('\u00a0', ' ').replace(/\s+%/u, '%')
}
