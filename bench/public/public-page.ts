import type { Measure } from '../measure.ts'
import { atLeast, atMost, measured } from '../measurement.ts'
import { memoryOf } from '../memory.ts'
import { load } from './load.ts'
import { publishedPage } from './published-page.ts'
import { scriptBytes } from './script-bytes.ts'

const asked = { connections: 50, warmUp: 2, seconds: 10 }

/** A published budget's page, read by as many as two cores can answer, who have no session and run no script. */
export const publicPage: Measure = {
  name: 'public',
  title: 'The public page under load',
  async run({ office, progress }) {
    const { url, pid } = await office()
    progress('Waiting until the files of the publication are made')
    const page = await publishedPage(url)
    const before = memoryOf(pid, 'before the load')
    progress(`${asked.connections} connections for ${asked.seconds} s`)
    const { perSecond, times } = await load(page.address, asked)
    const after = memoryOf(pid, 'after the load')
    return {
      measurements: [
        measured('Requests a second', 'requests/s', perSecond, atLeast(1000)),
        measured('Answer under that load', 'ms', times),
        measured('Script of the page', 'kB', [scriptBytes(page.html) / 1000], atMost(0)),
        ...before,
        ...after,
      ],
      notes: [
        `The page is ${new URL(page.address).pathname}, ${(page.html.length / 1000).toFixed(0)} kB of text before it is packed. The load is made on the same machine and takes its share of it.`,
      ],
    }
  },
}
