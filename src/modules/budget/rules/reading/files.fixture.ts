import exceljs from 'exceljs'
import type { Table } from '../book.ts'
import { readBook, type ReadingOptions } from './read-book.ts'
import type { ReadBook } from './folder.ts'

/** The bytes of a text. */
export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

/** Reads one CSV file given as text. */
export function readText(text: string, options?: ReadingOptions, name = 'tabell.csv'): Promise<ReadBook> {
  return readBook([{ name, bytes: bytesOf(text) }], options)
}

type Value =
  | string
  | number
  | boolean
  | Date
  | null
  | { formula: string; result?: unknown }
  | { error: string }

/** A workbook of sheets with plain rows. */
export async function workbookOf(sheets: Record<string, readonly (readonly Value[])[]>): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name)
    for (const row of rows) sheet.addRow([...row] as exceljs.CellValue[])
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** A table as short lines to compare: `line operatingIncome | Verksamhetens intäkter | 100 ; 110`. */
export function outline({ rows }: Table): string[] {
  return rows.map(({ kind, role, label, section, cells }) => {
    const figures = cells.map((cell) =>
      cell === null ? 'null' : cell.value === null ? `"${cell.printed}"` : cell.value.valueOf(),
    )
    return `${section === null ? '' : `${section}: `}${kind} ${role ?? '-'} | ${label} | ${figures.join(' ; ')}`
  })
}

/** Problems as short lines: `error 3:4 reading.number.notANumber`. */
export function told({ problems }: Pick<ReadBook, 'problems'>): string[] {
  return problems.map(({ severity, place, message }) => `${severity} ${place.address} ${message.key}`)
}

/** Questions as short lines: `columnKind 1:3 → budget`. */
export function asked({ questions }: Pick<ReadBook, 'questions'>): string[] {
  return questions.map(({ about, place, proposed }) => `${about} ${place.address} → ${proposed}`)
}
