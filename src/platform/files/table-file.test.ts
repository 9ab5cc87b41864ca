import ExcelJS from 'exceljs'
import { expect, it } from 'vitest'
import { workbookBytes } from './table-file.ts'

it('writes each table as a sheet of texts', async () => {
  const rows = Array.from({ length: 2500 }, (_, at) => [`Namn ${at}`, '=1+1', '0012'])
  const bytes = await workbookBytes([
    { name: 'Alla [utom några]', headings: ['Namn', 'Formel', 'Nummer'], rows },
    { name: '', headings: ['Tom'], rows: [] },
  ])
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(bytes)
  expect(workbook.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
    ['Alla  utom några', 2501],
    ['Kansli', 1],
  ])
  const sheet = workbook.worksheets[0]!
  expect(sheet.getRow(1).font?.bold).toBe(true)
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 })
  expect(['A2501', 'B2501', 'C2501'].map((cell) => sheet.getCell(cell).value)).toEqual([
    'Namn 2499',
    '=1+1',
    '0012',
  ])
  expect(sheet.getCell('C2501').numFmt).toBe('@')
})
