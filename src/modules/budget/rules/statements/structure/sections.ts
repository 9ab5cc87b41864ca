import type { Row, Table, Unit } from '../../book.ts'
import { believed, sumEvidence } from './fits.ts'

/** A sum row and the rows it adds up, as places in the table. */
export type Section = {
  sum: number
  lines: number[]
  /** Lines that stand among the others but are not added up: parts of a line before them. */
  apart: number[]
  /** Do most columns bear the sum out? */
  fits: boolean
  /** Is it the sum of everything? */
  total: boolean
}

/** At most so many lines are tried to be left out of a sum. */
const MOST_APART = 2

/**
 * What the sum rows of a list of bodies add up (result requirements, appropriations). A section's sum adds up the
 * lines under its heading, the last sum all that is not in another one. A line that would break a sum in most
 * columns is left out of it when the sum holds without it: `AB Storstockholms Lokaltrafik` is printed as a line
 * beside `Trafiknämnden`, of whose result it is a part.
 */
export function sectionsOf(table: Table, unit: Unit): Section[] {
  const sections: Section[] = []
  const added = new Set<number>()
  const sums = table.rows.flatMap((row, at) => (row.kind === 'sum' && row.role !== 'grandTotal' ? [at] : []))
  const last = sums.at(-1)
  const grand = table.rows.findLastIndex((row) => row.role === 'grandTotal' && row.kind !== 'memo')
  const total = grand >= 0 ? grand : last !== undefined && isTotal(table, last, sums) ? last : -1
  let start = 0
  for (const sum of sums) {
    if (sum === total) continue
    const heading = table.rows[sum]?.section ?? null
    const lines: number[] = []
    for (let at = start; at < sum; at++) {
      const row = table.rows[at]
      if (row?.kind === 'line' && (heading === null || row.section === heading)) lines.push(at)
    }
    sections.push({ ...section(table, sum, lines, unit, added), total: false })
    start = sum + 1
  }
  if (total >= 0) {
    const apart = new Set(sections.flatMap((each) => each.apart))
    const lines = table.rows.flatMap((row, at) =>
      at !== total && !added.has(at) && !apart.has(at) && (row.kind === 'line' || sums.includes(at))
        ? [at]
        : [],
    )
    sections.push({ ...section(table, total, lines, unit, added), total: true })
  }
  return sections
}

/** Without a row known as the grand total, the last row of the table is one if it is a sum and not under a heading. */
function isTotal(table: Table, last: number, sums: readonly number[]): boolean {
  const row = table.rows[last]
  return (row?.section ?? null) === null || row?.section === '' || sums.length === 1
}

function section(
  table: Table,
  sum: number,
  lines: number[],
  unit: Unit,
  added: Set<number>,
): Omit<Section, 'total'> {
  const found = fittingLines(table, sum, lines, unit)
  const kept = found ?? lines
  for (const at of kept) added.add(at)
  return { sum, lines: kept, apart: lines.filter((at) => !kept.includes(at)), fits: found !== null }
}

function fittingLines(table: Table, sum: number, lines: readonly number[], unit: Unit): number[] | null {
  const whole = table.rows[sum]
  if (whole === undefined) return null
  const fits = (kept: readonly number[], evenIfUntold: boolean): boolean => {
    const rows: Row[] = kept.flatMap((at) => table.rows[at] ?? [])
    const evidence = sumEvidence(
      table,
      whole,
      rows.map((row) => ({ row, sign: 1 as const })),
      unit,
    )
    return believed(evidence) || (evenIfUntold && evidence.fails === 0)
  }
  if (fits(lines, true)) return [...lines]
  let tried: number[][] = [[]]
  for (let apart = 1; apart <= MOST_APART && lines.length > apart; apart++) {
    tried = tried.flatMap((left) =>
      lines.filter((at) => at > (left.at(-1) ?? lines[0] ?? -1)).map((at) => [...left, at]),
    )
    for (const left of tried) {
      const kept = lines.filter((at) => !left.includes(at))
      if (fits(kept, false)) return kept
    }
  }
  return null
}
