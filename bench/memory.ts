import { readdirSync, readFileSync } from 'node:fs'
import { measured, type Measurement } from './measurement.ts'

/** The programs that make up a running Kansli, by what their command line names. */
const programs = [
  { name: 'server', says: 'build/server/main.js' },
  { name: 'database engine', says: 'engine-process' },
  { name: 'document renderer', says: 'render-process' },
] as const

/**
 * The memory (resident set) of a server and everything it has started, a figure a program and one for all of them.
 * Empty where the system does not tell it under /proc.
 * @param when `after the load`
 */
export function memoryOf(server: number, when: string): Measurement[] {
  const all = processesOf(server)
  if (all.length === 0) return []
  const apart = programs.flatMap(({ name, says }) => {
    const own = all.filter((one) => read(one, 'cmdline').includes(says))
    return own.length > 0 ? [measured(`Memory ${when}: ${name}`, 'MB', [megabytes(own)])] : []
  })
  return [...apart, measured(`Memory ${when}: all together`, 'MB', [megabytes(all)])]
}

function megabytes(processes: readonly number[]): number {
  return processes.reduce((kilobytes, one) => kilobytes + (numberIn(one, 'VmRSS') ?? 0), 0) / 1024
}

/** A process and all its descendants. */
function processesOf(process: number): number[] {
  const parents = new Map(
    running().map((one) => [one, numberIn(one, 'PPid')] satisfies [number, number | null]),
  )
  const belongs = (one: number | null): boolean =>
    one !== null && (one === process || belongs(parents.get(one) ?? null))
  return [...parents.keys()].filter(belongs)
}

function running(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
  } catch {
    return []
  }
}

function numberIn(process: number, name: string): number | null {
  const found = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(read(process, 'status'))
  return found ? Number(found[1]) : null
}

/** What the system says of a process; empty when it has ended meanwhile. */
function read(process: number, file: 'status' | 'cmdline'): string {
  try {
    return readFileSync(`/proc/${process}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
