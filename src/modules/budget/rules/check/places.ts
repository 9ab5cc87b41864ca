import type { Place } from './report.ts'
import type { RowView, TableView } from './view.ts'

/** The whole table. */
export function tablePlace({ table }: TableView): Place {
  return {
    table: table.key,
    row: null,
    column: null,
    tableLabel: table.title,
    sectionLabel: null,
    rowLabel: null,
    columnLabel: null,
  }
}

/** A whole row. */
export function rowPlace(row: RowView): Place {
  return { ...tablePlace(row.view), row: row.row.key, sectionLabel: row.row.section, rowLabel: row.row.label }
}
