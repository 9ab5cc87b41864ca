import type { Machine } from './machine.ts'
import type { Measured } from './measure.ts'
import type { MeasuredUnit, Measurement, Target } from './measurement.ts'

/** What one measure found, as it is saved. */
export type Result = {
  name: string
  title: string
  date: string
  machine: Machine
  /** Of other programs, before the bench began. */
  load: number | null
} & Measured

const headings = ['what', 'median', 'p95', 'samples', 'target', 'verdict']

/** The figures of results as lines of aligned columns, for the terminal. */
export function terminalTable(results: readonly Result[]): string {
  const rows = results.flatMap(({ title, measurements }) => [[title], ...measurements.map(cells)])
  const widths = headings.map((heading, at) =>
    Math.max(heading.length, ...rows.filter((row) => row.length > 1).map((row) => row[at]!.length)),
  )
  const line = (row: readonly string[]) =>
    row.length === 1
      ? `\n${row[0]}`
      : row
          .map((text, at) => (at === 0 ? `  ${text.padEnd(widths[at]!)}` : text.padStart(widths[at]!)))
          .join('  ')
          .trimEnd()
  return [headings, ...rows].map(line).join('\n')
}

/** The results as a page to read: one table a measure, with what is needed to read its figures. */
export function markdown(results: readonly Result[]): string {
  const sections = results.map(({ name, title, date, machine, load, measurements, notes }) =>
    [
      `## ${title}`,
      `\`npm run bench -- ${name}\`, ${date.slice(0, 16).replace('T', ' ')} UTC: ${machine.cores} cores, ${machine.memoryInGigabytes} GB memory, Node.js ${machine.node}.${busy(load, machine)}`,
      [headings, headings.map((_, at) => (at === 0 ? '---' : '--:')), ...measurements.map(cells)]
        .map((row) => `| ${row.join(' | ')} |`)
        .join('\n'),
      ...(notes.length > 0 ? [notes.map((note) => `- ${note}`).join('\n')] : []),
    ].join('\n\n'),
  )
  return `${['# Latest measurements', 'Written by `npm run bench`; [what is measured and how](../README.md).', ...sections].join('\n\n')}\n`
}

/** Says so when other programs had the machine as well: then a missed target is no verdict. */
export function busy(load: number | null, { cores }: Machine): string {
  return load !== null && load > cores / 2
    ? ` Other programs used the machine when it began (load ${load}), so every time is longer than it need be.`
    : ''
}

function cells({ what, unit, median, p95, samples, target, holds }: Measurement): string[] {
  return [
    what,
    `${shown(median, unit)} ${unit}`.replace(/ count$/, ''),
    p95 === null ? '' : shown(p95, unit),
    String(samples),
    target ? targetText(target, unit) : '',
    holds === null ? '' : holds ? 'holds' : 'MISSES',
  ]
}

const signs: Record<Target['is'], string> = { below: '<', atMost: '≤', atLeast: '≥' }

function targetText({ is, limit, of }: Target, unit: MeasuredUnit): string {
  return `${of === 'p95' ? 'p95 ' : ''}${signs[is]} ${shown(limit, unit)}`
}

/** Three figures are as exact as anything that is timed; sizes are the same each time. */
function shown(value: number, unit: MeasuredUnit): string {
  if (unit === 'kB') return String(Number(value.toFixed(1)))
  if (unit === 'count' || value >= 100 || value === 0) return String(Math.round(value))
  return String(Number(value.toPrecision(3)))
}
