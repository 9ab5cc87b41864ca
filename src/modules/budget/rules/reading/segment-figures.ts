import { readPrintedNumber } from './printed-number.ts'

export type SegmentedLine = {
  label: string
  figures: string[]
  /** How many ways the digits could be put together; 1 when there is no doubt. */
  alternatives: number
}

const part = /^(?:[-+−–(]?\d{1,}(?:[.,]\d+)?\)?%?|[-−–%]|\.\.)$/u

/**
 * Puts the digits at the end of a line together to a given number of figures: `Köpt trafik -16 005 -16 328` with
 * two columns is −16 005 and −16 328. Of several ways the one whose figures are most alike in length is taken and
 * the number of ways told. The label keeps a number at its end (`Skattehöjning 15 öre`) when the digits need it.
 * @param percentColumn the one column, from 0, whose figures are changes; a per cent elsewhere shows that a cell is blank
 * @returns null when no way gives that many figures
 */
export function segmentFigures(
  line: string,
  columns: number,
  percentColumn: number | null = null,
): SegmentedLine | null {
  const words = line.trim().split(/[\s\u00a0]+/u)
  let first = words.length
  while (first > 0 && part.test(words[first - 1] ?? '')) first--
  for (let start = Math.max(first, 1); start < words.length; start++) {
    const ways = segmentations(words.slice(start), columns).filter((way) =>
      percentInPlace(way, percentColumn),
    )
    const [best] = ways.toSorted((a, b) => spread(a) - spread(b))
    if (best !== undefined)
      return { label: words.slice(0, start).join(' '), figures: best, alternatives: ways.length }
  }
  return null
}

/** Ways are counted no further than this: a line with more is in doubt anyhow. */
const mostWays = 5000

function segmentations(words: readonly string[], columns: number): string[][] {
  const ways: string[][] = []
  const go = (at: number, figures: readonly string[]): void => {
    if (ways.length >= mostWays) return
    if (at === words.length) {
      if (figures.length === columns) ways.push([...figures])
      return
    }
    if (figures.length === columns) return
    for (let end = at + 1; end <= Math.min(words.length, at + 6); end++) {
      const text = words.slice(at, end).join(' ')
      if (isOneFigure(text)) go(end, [...figures, text])
      else if (end - at > 1 && !/^[-−–+]$/u.test(words[at] ?? '')) break
    }
  }
  go(0, [])
  return ways.filter((way) => sameDecimals(way))
}

function isOneFigure(text: string): boolean {
  const read = readPrintedNumber(text, { dot: 'decimal', comma: 'decimal' })
  // No figure begins with a 0 before another digit: `97 028` is not 97 and 28.
  return read.ok && !/\d\s+[-−–+]|^\D*0\d/u.test(text)
}

/** A single per cent stands in the one column of changes, where there is one. */
function percentInPlace(figures: readonly string[], percentColumn: number | null): boolean {
  const percents = figures.flatMap((figure, at) => (figure.includes('%') ? [at] : []))
  return percentColumn === null || percents.length !== 1 || percents[0] === percentColumn
}

/** Amounts in one line are printed with the same decimals. */
function sameDecimals(figures: readonly string[]): boolean {
  const decimals = figures
    .filter((figure) => /\d/u.test(figure) && !figure.includes('%'))
    .map((figure) => figure.split(',')[1]?.length ?? 0)
  return new Set(decimals).size <= 1
}

function spread(figures: readonly string[]): number {
  const lengths = figures
    .filter((figure) => !figure.includes('%'))
    .map((figure) => figure.replace(/\D/gu, '').length)
  return lengths.length === 0 ? 0 : Math.max(...lengths) - Math.min(...lengths)
}
