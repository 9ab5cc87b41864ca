import { fork } from 'node:child_process'
import { join } from 'node:path'
import { exampleBook } from '../../src/modules/budget/rules/reading/example.fixture.ts'
import { checkBook } from '../../src/modules/budget/rules/check/index.ts'
import { largerBook } from '../../src/modules/budget/rules/check/testing/larger-book.fixture.ts'
import type { Measure } from '../measure.ts'
import { below, measured } from '../measurement.ts'
import { timesOf } from '../timing.ts'

/** The full check of the example and of a book a hundred times larger, warm and in a process that has just begun. */
export const check: Measure = {
  name: 'check',
  title: 'The budget check',
  async run({ progress }) {
    const book = exampleBook()
    progress('The example, in five new processes')
    const cold: number[] = []
    for (let run = 0; run < 5; run++) cold.push(await firstCheck())
    progress('The example, warm')
    const warm = await timesOf(() => checkBook(book), { warmUp: 40, runs: 100 })
    progress('A hundred times larger')
    const larger = largerBook(book, 100)
    const hundredfold = await timesOf(() => checkBook(larger), { warmUp: 2, runs: 7 })
    const [once, many] = [checkBook(book), checkBook(larger)]
    return {
      measurements: [
        measured('Full check of the example', 'ms', warm, below(50)),
        measured('The same, the first in a new process', 'ms', cold),
        measured('Full check of a book 100 times larger', 'ms', hundredfold, below(1000)),
      ],
      notes: [
        `The example: ${once.summary.checks} checks, ${once.summary.findings} findings. A hundred of them: ${many.summary.checks} checks, ${many.summary.findings} findings.`,
      ],
    }
  },
}

/** How long the first check takes in a process of its own, in milliseconds. */
function firstCheck(): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = fork(join(import.meta.dirname, 'first-check.ts'), {
      execArgv: ['--disable-warning=ExperimentalWarning'],
    })
    child.once('message', (time) => resolve(Number(time)))
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`The check ended with ${code} before it was measured.`)))
  })
}
