import { PassThrough } from 'node:stream'
import { arrayBuffer } from 'node:stream/consumers'
import { setImmediate } from 'node:timers/promises'
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

// So many rows are written before those that read and pack them get their turn.
const rowsAtOnce = 1000

/**
 * Tables as one workbook, a sheet each. Every cell is a text, so that none is carried out as a formula and no leading zero
 * or plus is lost. Rows are packed as they are written: a workbook of a hundred thousand would not fit in memory as such.
 */
export async function workbookBytes(tables: readonly TableOfTexts[]): Promise<ArrayBuffer> {
  const packed = new PassThrough()
  const bytes = arrayBuffer(packed)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: packed, useStyles: true })
  for (const { name, headings, rows } of tables) {
    const sheet = workbook.addWorksheet(sheetName(name), { views: [{ state: 'frozen', ySplit: 1 }] })
    sheet.columns = headings.map(() => ({ width: 22, style: { numFmt: '@' } }))
    const head = sheet.addRow([...headings])
    head.font = { bold: true }
    head.commit()
    for (const [at, row] of rows.entries()) {
      sheet.addRow([...row]).commit()
      if (at % rowsAtOnce === 0) await setImmediate()
    }
    sheet.commit()
  }
  await workbook.commit()
  return await bytes
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
