import { describe, expect, it } from 'vitest'
import { tallyOf, type CountedFile } from './count-tests.ts'
import { together, verdict } from './tally.ts'

const file = (tests: string[], failed = tests.includes('failed'), project = 'rules'): CountedFile => ({
  project,
  failed,
  tests,
})

describe('how many tests passed and failed', () => {
  it.each<[string, CountedFile[], number, { passed: number; failed: number }]>([
    ['every test passes', [file(['passed', 'passed'])], 0, { passed: 2, failed: 0 }],
    ['one fails', [file(['passed', 'failed'])], 0, { passed: 1, failed: 1 }],
    ['one is left out on purpose', [file(['passed', 'skipped'])], 0, { passed: 1, failed: 0 }],
    ['one never ends', [file(['passed', 'pending'], true)], 0, { passed: 1, failed: 2 }],
    ['a file cannot be loaded', [file(['passed']), file([], true)], 0, { passed: 1, failed: 1 }],
    ['nothing could be prepared', [file(['skipped', 'skipped'], true)], 0, { passed: 0, failed: 1 }],
    ['a fault outside every test', [file(['passed'])], 1, { passed: 1, failed: 1 }],
    ['a project has no tests', [file(['passed'], false, 'browser')], 0, { passed: 1, failed: 1 }],
    ['there are no files', [], 0, { passed: 0, failed: 1 }],
  ])('%s', (_, files, faults, tally) => {
    expect(tallyOf(files, ['rules'], faults)).toEqual(tally)
  })
})

describe('the last line', () => {
  it.each([
    [
      [
        { passed: 5, failed: 0 },
        { passed: 3, failed: 0 },
      ],
      '8 passed, 0 failed',
      0,
    ],
    [
      [
        { passed: 5, failed: 0 },
        { passed: 3, failed: 1 },
      ],
      '8 passed, 1 failed',
      1,
    ],
    [[], '0 passed, 0 failed', 1],
  ])('of %j is "%s"', (tallies, line, exitCode) => {
    expect(verdict(together(tallies))).toEqual({ line, exitCode })
  })
})
