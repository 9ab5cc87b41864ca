import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { projectRoot } from '../../src/platform/root.ts'
import { openAgain } from '../bench-office.ts'
import type { Measure } from '../measure.ts'
import { below, measured, type Measurement } from '../measurement.ts'
import { memoryOf } from '../memory.ts'
import { firstPage } from './first-page.ts'

/** What `npm start` runs. */
const command = [join(projectRoot, 'bootstrap/run.mjs'), 'start']

/** From the command to the demo's overview, on data that is there already; and the very first start, for comparison. */
export const start: Measure = {
  name: 'start',
  title: 'The start',
  async run({ progress }) {
    const folder = mkdtempSync(join(tmpdir(), 'kansli-bench-'))
    try {
      progress('The first start, which makes the database and loads the demo')
      const first = await startOnce(folder)
      const warm: number[] = []
      for (let run = 1; run <= 5; run++) {
        progress(`Warm start ${run} of 5`)
        warm.push((await startOnce(folder)).time)
      }
      const last = await startOnce(folder)
      return {
        measurements: [
          measured('Warm start to the first page', 'ms', warm, below(3000)),
          measured('First start, with the demo loaded, to the first page', 'ms', [first.time]),
          ...last.memory,
        ],
        notes: ['The command that `npm start` runs, until the overview has come whole.'],
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

/** Starts, reads the first page and stops. The time is in milliseconds, from the command to the page's last byte. */
async function startOnce(folder: string): Promise<{ time: number; memory: Measurement[] }> {
  const started = performance.now()
  const office = await openAgain(folder, command)
  try {
    await firstPage(office.url)
    return { time: performance.now() - started, memory: memoryOf(office.pid, 'after the first page') }
  } finally {
    await office.close()
  }
}
