import { availableParallelism, totalmem } from 'node:os'

/** What a result depends on, and nothing that names the machine. */
export type Machine = { cores: number; memoryInGigabytes: number; node: string }

export function thisMachine(): Machine {
  return {
    cores: availableParallelism(),
    memoryInGigabytes: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
  }
}
