import { availableParallelism, loadavg, totalmem } from 'node:os'

/** What a result depends on, and nothing that names the machine. */
export type Machine = { cores: number; memoryInGigabytes: number; node: string }

export function thisMachine(): Machine {
  return {
    cores: availableParallelism(),
    memoryInGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  }
}

/**
 * How many programs wanted to run at once in the last minute, before the bench began; null where the system does not
 * tell. With more of them than cores, every time is longer than it need be.
 */
export function loadOfOthers(): number | null {
  const [minute = 0] = loadavg()
  // Windows always says 0.
  return minute === 0 ? null : Number(minute.toFixed(1))
}
