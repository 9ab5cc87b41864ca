import { CsvError, parse } from 'csv-parse'
import { setImmediate as others } from 'node:timers/promises'
import { Problem } from '#platform/operations/problem.ts'
import { decodeText, delimiterOf, type TextEncoding } from '../../rules/imports/decode-text.ts'
import { unzip, ZipProblem, type Parts } from '../../rules/imports/unzip.ts'
import { dayStyles, sharedStrings, sheetRows } from '../../rules/imports/workbook-text.ts'

/** A file as rows of texts; nothing of it is understood yet. */
export type RawTable = {
  rows: { line: number; cells: string[] }[]
  encoding: TextEncoding | 'xlsx'
  /** Lines in another encoding than the others, from 1. */
  otherLines: number[]
}

export const limits = { rows: 100_000, columns: 500, fileBytes: 25 * 1024 * 1024, unpackedBytes: 400_000_000 }

/** How a long reading is followed and stopped. */
export type Following = { report(share: number): void; signal: AbortSignal }

/**
 * Reads a CSV or XLSX file. Lets others run in between.
 * @throws {Problem} when it is none, is broken or is too large; the signal's reason when it is aborted
 */
export async function readFile(bytes: Uint8Array, following: Following): Promise<RawTable> {
  const starts = (...signs: number[]) => signs.every((sign, at) => bytes[at] === sign)
  if (starts(0x50, 0x4b)) return readWorkbook(bytes, following)
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new Problem('unsupportedFile', { detail: 'import.oldWorkbook' })
  if (starts(0x25, 0x50, 0x44, 0x46) || bytes.subarray(0, 2000).filter((byte) => byte < 9).length > 1000) {
    throw new Problem('unsupportedFile', { detail: 'import.noTable' })
  }
  return readText(bytes, following)
}

const piece = 128 * 1024

async function readText(bytes: Uint8Array, { report, signal }: Following): Promise<RawTable> {
  const { text, encoding, otherLines } = decodeText(bytes)
  // A picture, a document: no text has this sign in it.
  if (text.slice(0, piece).includes('\0')) throw new Problem('unsupportedFile', { detail: 'import.noTable' })
  const rows: RawTable['rows'] = []
  const parser = parse({
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
  })
  let failed: unknown = null
  parser.on('error', (error) => (failed = error))
  const take = () => {
    for (let cells = parser.read() as string[] | null; cells; cells = parser.read() as string[] | null) {
      rows.push({ line: rows.length + 1, cells })
    }
    if (failed) throw failed
    requireSize(rows)
  }
  try {
    for (let at = 0; at < text.length; at += piece) {
      parser.write(text.slice(at, at + piece))
      await others()
      take()
      signal.throwIfAborted()
      report(at / text.length)
    }
    const ended = new Promise<void>((resolve) => {
      parser.once('end', resolve)
      parser.once('error', () => resolve())
    })
    parser.end()
    await others()
    take()
    await ended
    take()
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new Problem('invalidInput', {
      detail: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'import.quoteNotClosed' : 'import.broken',
      params: { line: Number(error['lines'] ?? rows.length + 1) },
    })
  }
  return { rows, encoding, otherLines }
}

async function readWorkbook(bytes: Uint8Array, { report, signal }: Following): Promise<RawTable> {
  try {
    const parts = unzip(bytes, limits.unpackedBytes)
    const sheet = await firstSheet(parts)
    if (sheet === null) throw new Problem('unsupportedFile', { detail: 'import.noTable' })
    const words = {
      shared: sharedStrings((await parts.text('xl/sharedStrings.xml')) ?? ''),
      dayStyles: dayStyles((await parts.text('xl/styles.xml')) ?? ''),
      from1904: sheet.from1904,
    }
    report(0.3)
    const rows: RawTable['rows'] = []
    for (const row of sheetRows(sheet.xml, words)) {
      rows.push(row)
      if (rows.length % 500 !== 0) continue
      await others()
      signal.throwIfAborted()
      requireSize(rows)
      report(0.3 + 0.7 * Math.min(1, rows.length / 100_000))
    }
    requireSize(rows)
    return { rows, encoding: 'xlsx', otherLines: [] }
  } catch (error) {
    if (!(error instanceof ZipProblem)) throw error
    if (error.fault === 'tooBig') throw new Problem('tooLarge', { detail: 'import.tooLarge' })
    throw new Problem('unsupportedFile', { detail: 'import.brokenWorkbook' })
  }
}

/** The first sheet that is shown, by the workbook's own order. */
async function firstSheet(parts: Parts): Promise<{ xml: string; from1904: boolean } | null> {
  const book = await parts.text('xl/workbook.xml')
  const relations = await parts.text('xl/_rels/workbook.xml.rels')
  if (!book || !relations) return null
  for (const [tag] of book.matchAll(/<sheet\s[^>]*>/g)) {
    if (/state="(veryH|h)idden"/.test(tag)) continue
    const id = /\br:id="([^"]+)"/.exec(tag)?.[1] ?? ''
    const relation = [...relations.matchAll(/<Relationship\s[^>]*>/g)].find(([each]) =>
      each.includes(`Id="${id}"`),
    )
    const target = /Target="([^"]+)"/.exec(relation?.[0] ?? '')?.[1] ?? ''
    const xml = await parts.text(target.startsWith('/') ? target.slice(1) : `xl/${target}`)
    if (xml !== null) return { xml, from1904: /date1904="(1|true)"/.test(book) }
  }
  return null
}

function requireSize(rows: RawTable['rows']): void {
  // Above the rows there are headings, and titles above those.
  if (rows.length > limits.rows + 10) {
    throw new Problem('tooLarge', { detail: 'import.tooManyRows', params: { limit: limits.rows } })
  }
  if ((rows.at(-1)?.cells.length ?? 0) > limits.columns) {
    throw new Problem('tooLarge', { detail: 'import.tooManyColumns', params: { limit: limits.columns } })
  }
}
