import type { AmountSums, CarryingThing, Coverage } from './coverage.ts'
import type { PriorityOn } from './priority-records.ts'
import { spreadsheetFigure } from './print-exact.ts'

/** The words of the rows, in the reader's language. */
export type RowWords = {
  /** The names of the seven first columns. */
  head: readonly string[]
  carries: string
  sum: string
  nothing: string
  without: string
  kind: (kind: string) => string
}

/**
 * A coverage report as rows for a spreadsheet: under each priority what carries it and the sum, or that nothing does;
 * last what carries none. A year is a column; its figures are exact, and a blank is left blank.
 */
export function coverageRows(
  coverage: Coverage & { order: readonly PriorityOn[] },
  words: RowWords,
): string[][] {
  const all = [...coverage.priorities.flatMap((priority) => priority.things), ...coverage.without]
  const years = [...new Set(all.flatMap((thing) => Object.keys(thing.amounts?.years ?? {})))].toSorted()
  const ofThing = (thing: CarryingThing) => {
    const { amounts } = thing
    return [
      words.kind(thing.kind),
      thing.title,
      thing.group,
      amounts?.unit ?? '',
      ...years.map((year) => figure(amounts?.years[year] ?? null, amounts?.decimals ?? 0)),
    ]
  }
  const ofSum = (sums: AmountSums) => [
    '',
    '',
    '',
    sums.unit,
    ...years.map((year) =>
      figure(sums.years.find((each) => each.year === year)?.amount ?? null, sums.decimals),
    ),
  ]
  const blank = ['', '', '', '', ...years.map(() => '')]
  const rows = coverage.order.flatMap(({ id, rank, title }) => {
    const priority = coverage.priorities.find((each) => each.id === id)
    const start = [String(rank), title]
    if (!priority || priority.things.length === 0) return [[...start, words.nothing, ...blank]]
    return [
      ...priority.things.map((thing) => [...start, words.carries, ...ofThing(thing)]),
      ...priority.sums.map((sums) => [...start, words.sum, ...ofSum(sums)]),
    ]
  })
  return [
    [...words.head, ...years],
    ...rows,
    ...coverage.without.map((thing) => ['', '', words.without, ...ofThing(thing)]),
  ]
}

function figure(amount: string | null, decimals: number): string {
  return amount === null ? '' : spreadsheetFigure(amount, decimals)
}
