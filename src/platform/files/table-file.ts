import ExcelJS from 'exceljs'
import { csvText } from './csv-text.ts'

export const tableFormats = ['csv', 'xlsx'] as const
export type TableFormat = (typeof tableFormats)[number]

export const tableMediaTypes: Record<TableFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Rows under headings, each cell a text as it is read. */
export type TableOfTexts = {
  name: string
  headings: readonly string[]
  rows: readonly (readonly string[])[]
}

/** A table as a file: a CSV that Swedish spreadsheets open as it is, or a workbook of plain texts. */
export async function tableBytes(format: TableFormat, table: TableOfTexts): Promise<BlobPart> {
  return format === 'csv' ? csvText([table.headings, ...table.rows]) : workbookBytes([table])
}

/**
 * Tables as one workbook, a sheet each. Every cell is a text, so that none is carried out as a formula and no leading zero
 * or plus is lost.
 */
export async function workbookBytes(tables: readonly TableOfTexts[]): Promise<ArrayBuffer> {
  const workbook = new ExcelJS.Workbook()
  for (const { name, headings, rows } of tables) {
    const sheet = workbook.addWorksheet(sheetName(name))
    sheet.views = [{ state: 'frozen', ySplit: 1 }]
    sheet.addRow([...headings]).font = { bold: true }
    for (const row of rows) sheet.addRow([...row])
    for (const index of headings.keys()) {
      const column = sheet.getColumn(index + 1)
      column.width = 22
      column.numFmt = '@'
    }
  }
  return await workbook.xlsx.writeBuffer()
}

/** What a sheet may not be called is left out of its name. */
function sheetName(name: string): string {
  return (
    name
      .replaceAll(/[*?:\\/[\]']/g, ' ')
      .slice(0, 31)
      .trim() || 'Kansli'
  )
}
