import { tableBytes, tableMediaTypes, type TableFormat } from '#platform/files/table-file.ts'
import { slugOf } from '#platform/slug.ts'
import type { RegisterTable } from '../../rules/registers/register-columns.ts'
import { FileAbout } from '../file-about.ts'
import type { RegisterWords } from './register-words.ts'

/** A register as a file, with how many rows there are in it: for the log. */
class RegisterFile extends FileAbout {
  readonly rows: number

  constructor(body: BlobPart, name: string, type: string, table: RegisterTable) {
    super([body], name, type, [...new Set(table.personIds)])
    this.rows = table.rows.length
  }
}

/** How many rows a register has as a file. */
export function rowsIn(file: File): number | null {
  return file instanceof RegisterFile ? file.rows : null
}

/** Writes a register as CSV or a workbook. @param title what it is called @param day today, for the file's name */
export async function registerFile(
  format: TableFormat,
  table: RegisterTable,
  { title, day, words }: { title: string; day: string; words: RegisterWords },
): Promise<FileAbout> {
  const headings = table.columns.map(words.heading)
  const body = await tableBytes(format, { name: title, headings, rows: table.rows })
  return new RegisterFile(body, `${slugOf(`${title} ${day}`)}.${format}`, tableMediaTypes[format], table)
}
