import { tableBytes, tableMediaTypes } from '#platform/files/table-file.ts'
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

/** A list's rows as a file: a CSV that Swedish spreadsheets open as it is, a workbook of plain texts, or JSON by column key. */
export async function listFile(
  format: ListFormat,
  table: ListTable,
  fileName: string,
  list: ListFile['list'],
  personIds: readonly string[],
): Promise<ListFile> {
  if (format === 'json') {
    const text = jsonOf(table, list.name)
    return new ListFile([text], `${fileName}.json`, 'application/json; charset=utf-8', list, personIds)
  }
  const { columns, rows } = table
  const body = await tableBytes(format, {
    name: list.name,
    headings: columns.map(({ label }) => label),
    rows,
  })
  return new ListFile([body], `${fileName}.${format}`, tableMediaTypes[format], list, personIds)
}

function jsonOf({ columns, rows }: ListTable, name: string): string {
  const people = rows.map((row) =>
    Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ? row[index] : null])),
  )
  return JSON.stringify({ list: name, people }, null, 1)
}
