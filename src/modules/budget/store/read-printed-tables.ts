import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { amount } from '../rules/amount.ts'
import type { Cell, Column, Row, Table, TableKind, Unit } from '../rules/book.ts'
import type { Role } from '../rules/roles.ts'
import type { StoredCell } from './stored-book.ts'

type StoredColumn = Omit<Column, 'shift'> & { shift: string | null }

/** Reads what has been read in for these versions, as printed, in the order it was read in. */
export async function readPrintedTables(
  db: Transaction<Tables>,
  versionIds: readonly string[],
): Promise<Map<string, Table[]>> {
  if (versionIds.length === 0) return new Map()
  const tables = await db
    .selectFrom('budget.printed_table')
    .selectAll()
    .where('version_id', 'in', versionIds)
    .orderBy('position')
    .execute()
  if (tables.length === 0) return new Map()
  const rows = await db
    .selectFrom('budget.printed_row')
    .selectAll()
    .where(
      'table_id',
      'in',
      tables.map((table) => table.id),
    )
    .orderBy('position')
    .execute()
  const rowsByTable = Map.groupBy(rows, (row) => row.table_id)
  const byVersion = new Map<string, Table[]>()
  for (const stored of tables) {
    const table: Table = {
      key: stored.key,
      title: stored.title,
      kind: stored.kind as TableKind,
      chapter: stored.chapter,
      body: stored.body,
      unit: stored.unit as Unit,
      source: stored.source,
      columns: (stored.columns as unknown as StoredColumn[]).map((column) => ({
        ...column,
        shift: column.shift === null ? null : amount(column.shift),
      })),
      rows: (rowsByTable.get(stored.id) ?? []).map((row): Row => ({
        key: row.key,
        label: row.label,
        section: row.section,
        level: row.level,
        kind: row.kind as Row['kind'],
        ofWhichComplete: row.of_which_complete,
        role: row.role as Role | null,
        roleOrigin: row.role_origin as Row['roleOrigin'],
        unit: row.unit as Unit,
        sourceLine: row.source_line,
        cells: (row.cells as unknown as (StoredCell | null)[]).map(toCell),
      })),
    }
    byVersion.set(stored.version_id, [...(byVersion.get(stored.version_id) ?? []), table])
  }
  return byVersion
}

function toCell(stored: StoredCell | null): Cell | null {
  if (!stored) return null
  return {
    ...stored,
    value: stored.value === null ? null : amount(stored.value),
    origin: stored.origin ?? 'outside',
  }
}

/** The stored form of a cell: the amount as text, with the sign of a zero. */
export function storeCell(cell: Cell | null): StoredCell | null {
  if (!cell) return null
  const { value, printed, decimals, unit, sourceLine } = cell
  return { value: value === null ? null : amountText(value), printed, decimals, unit, sourceLine }
}

function amountText(value: NonNullable<Cell['value']>): string {
  return value.isZero() && value.isNegative() ? '-0' : value.toFixed()
}
