import { existsSync, readdirSync, readFileSync } from 'node:fs'

/**
 * The memory that a process and all it has started hold (resident set, in megabytes); the database engine is a process
 * of its own. Null where the system does not tell it under /proc.
 */
export function memoryOf(pid: number): number | null {
  if (!existsSync(`/proc/${pid}/status`)) return null
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), numberIn(Number(name), 'PPid')]),
  )
  const belongs = (one: number | null): boolean =>
    one !== null && (one === pid || belongs(parents.get(one) ?? null))
  return (
    [...parents.keys()]
      .filter(belongs)
      .reduce((kilobytes, one) => kilobytes + (numberIn(one, 'VmRSS') ?? 0), 0) / 1024
  )
}

/** A number from what the system says of a process; null when it has ended meanwhile. */
function numberIn(pid: number, name: string): number | null {
  try {
    const found = new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return found ? Number(found[1]) : null
  } catch {
    return null
  }
}
