import { HyperFormula } from 'hyperformula'
import type { Book } from '../../src/modules/budget/rules/book.ts'
import { checkBook } from '../../src/modules/budget/rules/check/index.ts'
import { largerBook } from '../../src/modules/budget/rules/check/testing/larger-book.fixture.ts'
import { exampleBook } from '../../src/modules/budget/rules/reading/example.fixture.ts'
import type { Measure, Measured } from '../measure.ts'
import { below, measured } from '../measurement.ts'
import { median } from '../statistics.ts'
import { timeOf, type Runs } from '../timing.ts'
import { agreeing } from './agreement.ts'
import { FIGURES } from './cell-addresses.ts'
import { checkWorkbook, type CheckWorkbook } from './check-workbook.ts'
import { editedTotals } from './edited-totals.ts'
import { openWorkbook, recalculate } from './engine.ts'

/**
 * The check against HyperFormula, a spreadsheet engine, that recalculates the same book. In one run, turn by turn, so
 * that both have the same machine. What makes it fair (to the engine's advantage throughout) stands in the README.
 */
export const spreadsheet: Measure = {
  name: 'spreadsheet',
  title: 'The budget check beside a spreadsheet',
  async run({ progress }) {
    const book = exampleBook()
    progress('The example, turn by turn')
    const example = await compare('Example', book, { warmUp: 15, runs: 41 })
    progress('A hundred times larger, turn by turn')
    const larger = await compare('100 times larger', largerBook(book, 100), { warmUp: 1, runs: 3 })
    progress('One edit')
    const edits = await editedTotals()
    return {
      measurements: [...example.measurements, ...larger.measurements, ...edits],
      notes: [...example.notes, ...larger.notes],
    }
  },
}

async function compare(name: string, book: Book, { warmUp, runs }: Runs): Promise<Measured> {
  const report = checkBook(book)
  const workbook = checkWorkbook(book, report)
  const engine = openWorkbook(workbook.sheets)
  const agreed = agreeing(engine, workbook)
  const times = { check: [], build: [], rebuild: [], recalculate: [] } as Record<string, number[]>
  for (let run = -warmUp; run < runs; run++) {
    const turn = {
      check: await timeOf(() => checkBook(book)),
      build: await timeOf(() => openWorkbook(workbook.sheets).destroy()),
      rebuild: await timeOf(() => engine.rebuildAndRecalculate()),
      recalculate: await timeOf(() => recalculate(engine)),
    }
    if (run >= 0) for (const [what, time] of Object.entries(turn)) times[what]!.push(time)
  }
  const edits = await editsOf(engine, workbook)
  engine.destroy()
  const [build, rebuild] = [median(times.build!), median(times.rebuild!)]
  return {
    measurements: [
      measured(`${name}, Kansli: full check`, 'ms', times.check!, below(Math.min(build, rebuild))),
      measured(`${name}, HyperFormula: build and calculate`, 'ms', times.build!),
      measured(`${name}, HyperFormula: rebuild and recalculate`, 'ms', times.rebuild!),
      measured(`${name}, HyperFormula: recalculate only, nothing read or sorted`, 'ms', times.recalculate!),
      measured(`${name}, HyperFormula: one figure edited, its checks recalculated`, 'ms', edits),
    ],
    notes: [
      `${name}: ${workbook.formulas} formulas for ${workbook.checks.length} of ${report.checks.length} checks; the other ${workbook.spared} (who is missing, what words say) no formula computes, and only Kansli makes them. Both compute the same figures and have the same findings; ${agreed} outcomes are word for word the same.`,
      `${name}: the full check is ${(Math.min(build, rebuild) / median(times.check!)).toFixed(1)} times as fast as the spreadsheet.`,
    ],
  }
}

/** A hundred edits of one figure: the engine recalculates what depends on it and nothing else. */
async function editsOf(engine: HyperFormula, { edited }: CheckWorkbook): Promise<number[]> {
  const address = { sheet: engine.getSheetId(FIGURES)!, row: edited.row, col: edited.column }
  const times: number[] = []
  for (let value = 1; value <= 100; value++) {
    times.push(await timeOf(() => void engine.setCellContents(address, value)))
  }
  return times
}
