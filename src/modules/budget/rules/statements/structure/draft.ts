import type { Row, Table } from '../../book.ts'
import { compiledColumns, isMoneyRow, type StatementSettings } from '../columns.ts'
import type { Message } from '../message.ts'
import { Quantities } from './quantity.ts'

/** Something that was done or taken for granted on the way from base to our statements, told to people. */
export type Step = {
  /**
   * - `assumption`: a printed budget does not say it; there is a place to correct it
   * - `settled`: a printed base figure that could not stand beside the others
   * - `structure`: how a table was understood, where it is not obvious
   */
  kind: 'assumption' | 'settled' | 'structure'
  message: Message
  /** Where it shows; null when it is about the whole. */
  place: { table: string; row: string; column: string | null } | null
  /** The adjustment or tax step it is about. */
  adjustment: string | null
}

/** The quantities of a set of tables while they are being found. */
export class Draft {
  readonly quantities = new Quantities()
  readonly steps: Step[] = []
  /** For each table, the columns of the compiled years. */
  readonly columns: readonly number[][]
  readonly tables: readonly Table[]
  readonly settings: StatementSettings

  constructor(tables: readonly Table[], settings: StatementSettings) {
    this.tables = tables
    this.settings = settings
    this.columns = tables.map((table) => compiledColumns(table, settings.years))
  }

  /** The tables of a kind that print at least one compiled year, with their places. */
  ofKind(kind: Table['kind']): { table: Table; at: number }[] {
    const found: { table: Table; at: number }[] = []
    for (const [at, table] of this.tables.entries()) {
      if (table.kind === kind && this.columns[at]?.some((column) => column >= 0)) found.push({ table, at })
    }
    return found
  }

  /** The quantity the row prints; a row that has none yet becomes a leaf of its own, or prints the named one. */
  rowQuantity(tableAt: number, rowAt: number, key: string | null = null): number {
    const known = this.quantities.at(tableAt, rowAt)
    if (known !== null) return known
    const table = this.tables[tableAt]
    const row = table?.rows[rowAt]
    const quantity = this.quantities.named(key ?? rowKey(table, row), row?.role ?? null)
    this.quantities.print(quantity, tableAt, rowAt, this.columns[tableAt] ?? [])
    return quantity
  }

  structure(message: Message, table: Table, row: Row | null): void {
    this.steps.push({
      kind: 'structure',
      message,
      place: row === null ? null : { table: table.key, row: row.key, column: null },
      adjustment: null,
    })
  }
}

/** The key of a quantity that only one row prints. */
export function rowKey(table: Table | undefined, row: Row | undefined): string {
  return `row:${table?.key ?? ''}/${row?.key ?? ''}`
}

/** Can the row take part in sums of money? Ratios, comparisons and reminders cannot. */
export function isSummable(row: Row): boolean {
  return row.kind !== 'memo' && isMoneyRow(row)
}
