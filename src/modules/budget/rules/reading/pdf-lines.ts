import { readColumnLabel } from './column-label.ts'
import type { GridProblem } from './grid.ts'
import { message } from './message.ts'
import { segmentFigures } from './segment-figures.ts'

export type PdfCells = { cells: string[][]; problems: GridProblem[] }

type Piece = { text: string; end: number }

/**
 * Cuts lines copied from a PDF into cells. Where two or more spaces part the columns they are cut there, and
 * figures in lines with gaps go to the column whose right edge they stand under. Where all spaces are single,
 * the headings tell how many figures a line has, and the digits which of them belong together.
 */
export function cellsOfPdfLines(lines: readonly string[]): PdfCells {
  const wide = lines.filter((line) => /\S\s{2,}\S/u.test(line.trim())).length
  const filled = lines.filter((line) => line.trim() !== '').length
  return wide >= filled * 0.3 && wide > 0 ? cutAtGaps(lines) : cutByHeadings(lines)
}

function cutAtGaps(lines: readonly string[]): PdfCells {
  const problems: GridProblem[] = []
  const pieces = lines.map(piecesOf)
  const usual = Math.max(0, ...pieces.map((each) => each.length))
  const edges = rightEdges(pieces.filter((each) => each.length === usual))
  const cells = pieces.map((each, at): string[] => {
    if (each.length === usual || each.length <= 1) return each.map(({ text }) => text)
    const placed = placeByEdge(each, edges)
    if (placed !== null) return placed
    problems.push({
      severity: 'warning',
      line: at + 1,
      column: null,
      message: message('reading.paste.unevenLine', { found: each.length - 1, expected: usual - 1 }),
    })
    return each.map(({ text }) => text)
  })
  return { cells, problems }
}

function piecesOf(line: string): Piece[] {
  const indent = /^\s*/u.exec(line)?.[0] ?? ''
  return [...line.matchAll(/\S+(?:\s\S+)*/gu)].map((found, at) => ({
    text: at === 0 ? indent + found[0] : found[0],
    end: found.index + found[0].length,
  }))
}

function rightEdges(rows: readonly Piece[][]): number[] {
  const [first] = rows
  if (first === undefined) return []
  return first.map((_, column) => {
    const ends = rows.map((row) => row[column]?.end ?? 0).sort((a, b) => a - b)
    return ends[Math.floor(ends.length / 2)] ?? 0
  })
}

/** How far from its column's right edge a figure may end. */
const reach = 4

/** The first piece is the label; every other goes to the nearest edge, in order; null when one fits nowhere. */
function placeByEdge(pieces: readonly Piece[], edges: readonly number[]): string[] | null {
  const cells = edges.map(() => '')
  const [label, ...figures] = pieces
  const labelled = label !== undefined && label.end < (edges[1] ?? 0) - reach
  if (labelled) cells[0] = label.text
  let last = 0
  for (const piece of labelled ? figures : pieces) {
    const column = edges.findIndex((edge, at) => at > last && Math.abs(edge - piece.end) <= reach)
    if (column < 0) return null
    cells[column] = piece.text.trim()
    last = column
  }
  return cells
}

function cutByHeadings(lines: readonly string[]): PdfCells {
  const problems: GridProblem[] = []
  let columns = 0
  let percentColumn: number | null = null
  const cells = lines.map((line, at): string[] => {
    const headings = cutHeadings(line)
    if (headings.length > 1) {
      columns = headings.length - 1
      const changes = headings.flatMap((text, index) =>
        readColumnLabel(text).kind === 'change' ? [index - 1] : [],
      )
      percentColumn = changes.length === 1 ? (changes[0] ?? null) : null
      return headings
    }
    if (columns === 0 || line.trim() === '') return line.trim() === '' ? [] : [line]
    const found = segmentFigures(line, columns, percentColumn)
    if (found === null) {
      if (!/\d\s*%?$/u.test(line.trim())) return [line]
      // Left out whole: as a line of words it would become the heading of the rows after it.
      const said = message('reading.paste.figuresDoNotFit', { read: line.trim(), expected: columns })
      problems.push({ severity: 'error', line: at + 1, column: null, message: said })
      return []
    }
    if (found.alternatives > 1) {
      const read = found.figures.join(' | ')
      problems.push({
        severity: 'warning',
        line: at + 1,
        column: null,
        message: message('reading.paste.figuresGuessed', { read }),
      })
    }
    return [found.label, ...found.figures]
  })
  return { cells, problems }
}

/** `Mkr Utfall 2023 Budget 2024 Ändring B25/B24` → the label's heading and one text a column; one text when it is no line of headings. */
function cutHeadings(line: string): string[] {
  const words = line.trim().split(/\s+/u)
  const isHeading = (from: number, length: number): boolean => {
    const text = words.slice(from, from + length).join(' ')
    const label = readColumnLabel(text)
    const complete = label.year !== null || label.compares !== null || label.shift !== null
    return (
      from + length <= words.length &&
      complete &&
      (label.kind !== null ? label.confidence >= 0.7 : /^\d{4}$/u.test(text))
    )
  }
  const texts: string[] = ['']
  for (let at = 0; at < words.length;) {
    const from = at
    const length = [1, 2, 3].find(
      (each) => isHeading(from, each) && (each < 3 || !(isHeading(from + 1, 1) || isHeading(from + 1, 2))),
    )
    if (length === undefined) {
      // A figure between the words shows that the line is a row.
      if (/^\D?\d/u.test(words[at] ?? '')) return [line]
      texts[texts.length - 1] = `${texts.at(-1) ?? ''} ${words[at] ?? ''}`.trim()
      at++
    } else {
      texts.push(words.slice(at, at + length).join(' '))
      at += length
    }
  }
  const [label = ''] = texts
  return texts.length >= 3 && label.split(' ').length <= 6 ? texts : [line]
}
