import ExcelJS, { type CellFormulaValue } from 'exceljs'
import fc from 'fast-check'
import { HyperFormula } from 'hyperformula'
import { describe, expect, it } from 'vitest'
import type { StoredVersion } from '../../../store/stored-book.ts'
import { exampleDocument } from '../../testing/example-document.ts'
import { renderXlsx } from './render-xlsx.ts'
import { SheetNames } from './sheet-names.ts'

type Read = {
  sheet: string
  row: number
  column: number
  formula: string | null
  value: number
  format: string
}

/** Renders the workbook and reads every figure in it back. */
async function workbookOf(change?: (version: StoredVersion) => void) {
  const { model, explanations } = exampleDocument(change)
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load((await renderXlsx(model, explanations)).buffer as ArrayBuffer)
  const cells: Read[] = []
  workbook.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        const formula =
          cell.type === ExcelJS.ValueType.Formula ? (cell.value as CellFormulaValue).formula : null
        const value = formula === null ? cell.value : cell.result
        if (typeof value !== 'number') return
        cells.push({
          sheet: sheet.name,
          row: Number(cell.row),
          column: Number(cell.col),
          formula,
          value,
          format: cell.numFmt,
        })
      }),
    ),
  )
  return { model, workbook, cells }
}

/** The workbook in another program that counts, with nothing but its figures and formulas. */
function counted(cells: readonly Read[]) {
  const sheets: Record<string, (number | string | null)[][]> = {}
  for (const cell of cells) {
    const rows = (sheets[cell.sheet] ??= [])
    while (rows.length < cell.row) rows.push([])
    const row = rows[cell.row - 1]!
    while (row.length < cell.column) row.push(null)
    row[cell.column - 1] = cell.formula === null ? cell.value : `=${cell.formula}`
  }
  const engine = HyperFormula.buildFromSheets(sheets, { licenseKey: 'gpl-v3', smartRounding: false })
  return {
    valueOf: ({ sheet, row, column }: Pick<Read, 'sheet' | 'row' | 'column'>) =>
      engine.getCellValue({ sheet: engine.getSheetId(sheet)!, row: row - 1, col: column - 1 }),
    set: ({ sheet, row, column }: Read, value: number) =>
      engine.setCellContents({ sheet: engine.getSheetId(sheet)!, row: row - 1, col: column - 1 }, value),
  }
}

const years = [2025, 2026, 2027]

/** The first row of a sheet that begins with this label. */
function rowOf(sheet: ExcelJS.Worksheet, label: string): number {
  let found = 0
  sheet.eachRow((row, number) => {
    if (found === 0 && row.getCell(1).value === label) found = number
  })
  return found
}

describe('the workbook', () => {
  it('has formulas that come to exactly what is printed, whatever was changed', async () => {
    const amounts = fc.array(
      fc.record({
        row: fc.nat(36),
        year: fc.constantFrom(...years),
        amount: fc.oneof(
          fc.constant(null),
          fc.integer({ min: -20_000, max: 20_000 }).map((each) => (each / 10).toFixed(1)),
        ),
      }),
      { maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(amounts, async (changes) => {
        const { cells } = await workbookOf((version) => {
          for (const { row, year, amount } of changes) {
            const cell = version.adjustments[row]?.amounts.find((each) => each.year === year)
            if (cell) cell.amount = amount
          }
        })
        const engine = counted(cells)
        const formulas = cells.filter((cell) => cell.formula !== null)
        expect(formulas.length).toBeGreaterThan(400)
        const untrue = formulas.filter((cell) => Math.abs(Number(engine.valueOf(cell)) - cell.value) > 1e-6)
        expect(untrue).toEqual([])
      }),
      { numRuns: 3 },
    )
  })

  it('shows every figure as it is printed in the document', async () => {
    const { model, cells } = await workbookOf()
    const overview = cells.filter((cell) => cell.sheet === model.overview.title)
    expect(overview.map(({ value }) => value)).toEqual(
      model.overview.rows.flatMap((row) => row.cells.map((cell) => Number(cell!.value))),
    )
    expect(new Set(overview.map(({ format }) => format))).toEqual(new Set(['#,##0.0', '#,##0.0" %"']))
  })

  it('goes on counting: a changed amount moves the board’s sum, the total and the result', async () => {
    const { model, workbook, cells } = await workbookOf()
    const engine = counted(cells)
    const row = (label: string, sheet: string) => rowOf(workbook.getWorksheet(sheet)!, label)
    const find = (label: string, sheet: string, place = 0) =>
      cells.filter((cell) => cell.sheet === sheet && cell.row === row(label, sheet))[place]!
    const change = find('Fryst SL-Taxa månadskort', 'Ändringar')
    const traffic = find('Trafiknämnden', model.overview.title, 2)
    const result = find('Vårt resultat', model.path.title)
    const before = [traffic, result].map((cell) => engine.valueOf(cell) as number)
    engine.set(change, change.value + 100)
    expect(engine.valueOf(traffic)).toBeCloseTo(before[0]! + 100, 6)
    expect(engine.valueOf(result)).toBeCloseTo(before[1]! - 100, 6)
  })
})

describe('a sheet’s name', () => {
  it('is one that Excel takes, and each once', () => {
    const names = new SheetNames()
    expect(names.nameFor('Resultat: A/B [ett] *två*?')).toBe('Resultat A B ett två')
    expect(names.nameFor('')).toBe('Blad')
    const long = 'Klimat- och regionutvecklingsnämnden'
    expect([names.nameFor(long), names.nameFor(long)]).toEqual([
      'Klimat- och regionutvecklingsnä',
      'Klimat- och regionutvecklings 2',
    ])
  })
})
