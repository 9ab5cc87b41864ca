import { parse } from 'csv-parse/sync'
import JSZip from 'jszip'
import { describe, expect, it } from 'vitest'
import type { DocumentModel } from '../../model/document.ts'
import { exampleDocument } from '../../testing/example-document.ts'
import { csvOf, csvTables } from './csv-tables.ts'
import { csvwMetadata } from './csvw.ts'
import { renderCsv } from './render-csv.ts'

const { model } = exampleDocument((version) => {
  version.adjustments[0]!.label = '=HYPERLINK("http://ond.example";"klicka")'
  version.adjustments[1]!.label = '-2+3; och "mer"'
  version.adjustments[2]!.label = '@SUM(A1)'
  version.adjustments[3]!.label = '+46 70 000 00 00'
  version.adjustments[4]!.rationale = '\t=1+1'
  version.assignments[0]!.text = '=1+1\när ingen formel'
  version.assignments[0]!.amounts = '-5'
})
const tables = csvTables(model)
const byName = (name: string) => tables.find((table) => table.name === name)!
const cellsOf = (name: string): string[][] =>
  parse(csvOf(byName(name)), { delimiter: ';', bom: true, relax_column_count: false })

describe('the CSV files', () => {
  it('have nothing in them that a spreadsheet would run', () => {
    const cells = tables.flatMap((table) => cellsOf(table.name).flat())
    expect(cells.length).toBeGreaterThan(3_000)
    expect(cells.filter((cell) => /^[=+\-@\t\r]/u.test(cell) && !/^-?\d+(,\d+)?$/u.test(cell))).toEqual([])
  })

  it('say what was written, with a mark before what looks like a formula', () => {
    const labels = cellsOf('andringar').map((row) => row[2])
    expect(labels).toContain(`'=HYPERLINK("http://ond.example";"klicka")`)
    expect(labels).toContain(`'-2+3; och "mer"`)
    expect(labels).toContain("'@SUM(A1)")
    expect(labels).toContain("'+46 70 000 00 00")
    expect(cellsOf('uppdrag')[1]).toEqual(expect.arrayContaining(["'=1+1\när ingen formel", '-5']))
  })

  it('keep figures as figures: exact, with a comma, a plain minus, blanks empty', () => {
    const rows = cellsOf('andringar').slice(1)
    const figures = rows.map((row) => row.slice(5, 8))
    expect(figures).toContainEqual(['-30', '-45', '-60'])
    expect(figures).toContainEqual(['', '70', '70'])
    expect(figures).toContainEqual(['0', '178', '178'])
  })

  it('hold every figure of the document, none rounded', () => {
    const statements = tables.filter((table) => model.statements.some((each) => each.slug === table.name))
    expect(statements).toHaveLength(model.statements.length)
    for (const statement of model.statements) {
      const rows = cellsOf(statement.slug).slice(1)
      const printed = statement.rows.filter((row) => row.kind !== 'section')
      expect(rows).toHaveLength(printed.length)
      for (const [at, row] of printed.entries()) {
        expect(
          rows[at]!.slice(3).map((cell) => (cell === '' ? null : Number(cell.replace(',', '.')))),
        ).toEqual(
          statement.columns.map((_, column) => {
            const value = row.cells[column]?.value ?? null
            return value === null ? null : Number(Number(value).toFixed(10))
          }),
        )
      }
    }
  })

  it('are described: every file, every column, how they are written', async () => {
    const archive = await JSZip.loadAsync(await renderCsv(model))
    type Metadata = {
      dialect: { delimiter: string }
      tables: { url: string; tableSchema: { columns: { name: string; titles: string }[] } }[]
    }
    const metadata = JSON.parse(csvwMetadata(model, tables)) as Metadata
    expect(metadata.dialect.delimiter).toBe(';')
    expect(Object.keys(archive.files).sort()).toEqual(
      [...metadata.tables.map((table) => table.url), 'metadata.json'].sort(),
    )
    for (const { url, tableSchema } of metadata.tables) {
      const [head] = cellsOf(url.replace('.csv', ''))
      expect(tableSchema.columns.map(({ titles }) => titles)).toEqual(head)
      expect(new Set(tableSchema.columns.map(({ name }) => name)).size).toBe(tableSchema.columns.length)
    }
  })

  it('are there also when there are no assignments', () => {
    const bare: DocumentModel = { ...model, assignments: [] }
    expect(csvTables(bare).map((table) => table.name)).not.toContain('uppdrag')
  })
})
