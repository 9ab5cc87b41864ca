import ExcelJS from 'exceljs'
import { csvText } from '#platform/files/csv-text.ts'
import { FileAbout } from '../file-about.ts'

export const listFormats = ['csv', 'xlsx', 'json'] as const
export type ListFormat = (typeof listFormats)[number]

/** A list as a file, with what the log must know of it. */
export class ListFile extends FileAbout {
  readonly list: { id: string; name: string; unitId: string; rows: number }

  constructor(
    parts: BlobPart[],
    name: string,
    type: string,
    list: ListFile['list'],
    personIds: readonly string[],
  ) {
    super(parts, name, type, personIds)
    this.list = list
  }
}

export type ListTable = {
  columns: readonly { key: string; label: string }[]
  rows: readonly (readonly string[])[]
}

const mediaTypes: Record<ListFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
}

/** A list's rows as a file: a CSV that Swedish spreadsheets open as it is, a workbook of plain texts, or JSON by column key. */
export async function listFile(
  format: ListFormat,
  table: ListTable,
  fileName: string,
  list: ListFile['list'],
  personIds: readonly string[],
): Promise<ListFile> {
  const body = await { csv: csvOf, xlsx: workbookOf, json: jsonOf }[format](table, list.name)
  return new ListFile([body], `${fileName}.${format}`, mediaTypes[format], list, personIds)
}

function csvOf({ columns, rows }: ListTable): Promise<BlobPart> {
  return Promise.resolve(csvText([columns.map(({ label }) => label), ...rows]))
}

function jsonOf({ columns, rows }: ListTable, name: string): Promise<BlobPart> {
  const people = rows.map((row) =>
    Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ? row[index] : null])),
  )
  return Promise.resolve(JSON.stringify({ list: name, people }, null, 1))
}

async function workbookOf({ columns, rows }: ListTable, name: string): Promise<BlobPart> {
  const workbook = new ExcelJS.Workbook()
  // What a sheet may not be called is left out of its name.
  const sheet = workbook.addWorksheet(
    name
      .replaceAll(/[*?:\\/[\]']/g, ' ')
      .slice(0, 31)
      .trim() || 'Kansli',
  )
  sheet.views = [{ state: 'frozen', ySplit: 1 }]
  sheet.addRow(columns.map(({ label }) => label)).font = { bold: true }
  for (const [index] of columns.entries()) sheet.getColumn(index + 1).width = 22
  // Every cell is a text, so that none is carried out as a formula and no leading zero or plus is lost.
  for (const row of rows) sheet.addRow([...row])
  for (const [index] of columns.entries()) sheet.getColumn(index + 1).numFmt = '@'
  return await workbook.xlsx.writeBuffer()
}
