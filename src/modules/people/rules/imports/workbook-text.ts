import { dayLength } from '../days.ts'

/** Words of a workbook that its sheets refer to by number, and which of its cell styles are days. */
export type WorkbookWords = { shared: readonly string[]; dayStyles: ReadonlySet<number>; from1904: boolean }

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

function decoded(text: string): string {
  const plain = text.includes('&')
    ? text.replaceAll(
        /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
        (whole, hex?: string, number?: string, name?: string) => {
          if (hex || number) return String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(number))
          return entities[name ?? ''] ?? whole
        },
      )
    : text
  // Signs that XML cannot hold are written as _x000D_.
  return plain.includes('_x')
    ? plain.replaceAll(/_x([0-9A-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain
}

/** The texts of `<t>` in a string item, without those that only say how it is pronounced. */
function textIn(item: string): string {
  let text = ''
  for (const [, part] of item
    .replaceAll(/<rPh\b[\s\S]*?<\/rPh>/g, '')
    .matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)) {
    text += decoded(part!)
  }
  return text
}

/** @param xml `xl/sharedStrings.xml` */
export function sharedStrings(xml: string): string[] {
  return [...xml.matchAll(/<si(?:\s[^>]*)?>([\s\S]*?)<\/si>|<si\/>/g)].map(([, item]) => textIn(item ?? ''))
}

/**
 * The numbers of the cell styles that show a day.
 * @param xml `xl/styles.xml`
 */
export function dayStyles(xml: string): Set<number> {
  const own = new Map(
    [...xml.matchAll(/<numFmt\s[^>]*>/g)].map(([tag]) => [
      Number(/numFmtId="(\d+)"/.exec(tag)?.[1]),
      decoded(/formatCode="([^"]*)"/.exec(tag)?.[1] ?? ''),
    ]),
  )
  const styles = new Set<number>()
  const cells = /<cellXfs[\s\S]*?<\/cellXfs>/.exec(xml)?.[0] ?? ''
  for (const [at, [tag]] of [...cells.matchAll(/<xf\s[^>]*>/g)].entries()) {
    const format = Number(/numFmtId="(\d+)"/.exec(tag)?.[1] ?? 0)
    const words = (own.get(format) ?? '').replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '')
    if ((format >= 14 && format <= 17) || format === 22 || /[yd]|m{3,}/i.test(words)) styles.add(at)
  }
  return styles
}

/**
 * The rows of a sheet, each with its number from 1 and its cells as text. Yields rows as they come, so that others may
 * run in between.
 * @param xml `xl/worksheets/sheet1.xml`
 */
export function* sheetRows(xml: string, words: WorkbookWords): Generator<{ line: number; cells: string[] }> {
  let line = 0
  const rows = /<row(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/row>)/g
  for (let row = rows.exec(xml); row; row = rows.exec(xml)) {
    line = Number(/\br="(\d+)"/.exec(row[1] ?? '')?.[1] ?? line + 1)
    const cells: string[] = []
    for (const [, tag, body] of (row[2] ?? '').matchAll(/<c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const letters = /\br="([A-Z]+)\d+"/.exec(tag ?? '')?.[1]
      const column = letters ? columnNumber(letters) : cells.length
      if (column > 16_384) continue
      while (cells.length < column) cells.push('')
      cells[column] = cellText(tag ?? '', body ?? '', words)
    }
    yield { line, cells }
  }
}

function columnNumber(letters: string): number {
  let number = 0
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64
  return number - 1
}

function cellText(tag: string, body: string, words: WorkbookWords): string {
  const type = /\bt="(\w+)"/.exec(tag)?.[1] ?? 'n'
  if (type === 'inlineStr') return textIn(body)
  const value = /<v(?:\s[^>]*)?>([\s\S]*?)<\/v>/.exec(body)?.[1]
  if (value === undefined) return ''
  if (type === 's') return words.shared[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? 'ja' : 'nej'
  if (type !== 'n') return decoded(value)
  const style = Number(/\bs="(\d+)"/.exec(tag)?.[1] ?? -1)
  return words.dayStyles.has(style) ? dayText(Number(value), words.from1904) : numberText(value)
}

/** A day is kept as days since the last but one of 1899, or since the first of 1904. */
function dayText(serial: number, from1904: boolean): string {
  const since = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30)
  const day = since + Math.floor(serial) * dayLength
  return Number.isFinite(day) && serial > 0 && serial < 200_000
    ? new Date(day).toISOString().slice(0, 10)
    : String(serial)
}

function numberText(value: string): string {
  // Long numbers may be written as 1.9121212E+11.
  if (!/e/i.test(value)) return value
  const number = Number(value)
  return Number.isSafeInteger(number) ? String(number) : value
}
