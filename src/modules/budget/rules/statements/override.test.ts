import { describe, expect, test } from 'vitest'
import { amount } from '../amount.ts'
import { checkBook, findingsOf } from '../check/index.ts'
import { compileBook } from './compile-book.ts'
import { deriveFrom } from './derive.ts'
import { explainCell } from './explain.ts'
import { example, exampleBase, exampleVersion, rowAt, tableWith } from './testing/example.ts'
import { wordsFor } from './testing/words.ts'

const { base } = exampleBase()
const override = {
  table: 'resultatrakning',
  row: 'avskrivningar',
  column: 'plan-2026',
  value: amount('-8800.5'),
  note: 'Enligt fastighetsplanen',
}
const version = { ...exampleVersion(), overrides: [override] }

describe('an override', () => {
  test('changes the one printed figure, marked, and nothing that depends on it', () => {
    const [plain, written] = [deriveFrom(base, exampleVersion()), deriveFrom(base, version)]
    const row = rowAt(tableWith(written.tables, 'resultatrakning'), 3609)
    expect(row.cells.at(-2)).toMatchObject({ value: amount('-8800.5'), decimals: 1, origin: 'override' })
    expect(rowAt(tableWith(written.tables, 'resultatrakning'), 3610)).toEqual(
      rowAt(tableWith(plain.tables, 'resultatrakning'), 3610),
    )
    expect(written.tables.filter((table) => table.key !== 'resultatrakning')).toEqual(
      plain.tables.filter((table) => table.key !== 'resultatrakning'),
    )
  })

  test('is checked: the sums that do not follow say so', () => {
    const { book } = compileBook(base, version, { ...example, assignments: [] }, wordsFor([2025, 2026, 2027]))
    const found = findingsOf(checkBook(book)).filter(
      (each) => each.where.columnLabel === 'Plan 2026' && each.class === 'identity',
    )
    expect(found.map((each) => [each.rule, each.where.rowLabel])).toContainEqual([
      'incomeStatement.sums',
      'Verksamhetens nettokostnader',
    ])
  })

  test('is explained by its note and by what it would have been', () => {
    const explanation = explainCell(deriveFrom(base, version), override.table, override.row, override.column)
    expect(explanation).toMatchObject({
      kind: 'override',
      message: { params: { note: 'Enligt fastighetsplanen' } },
    })
    expect(explanation?.children[0]?.value?.toFixed(0)).toBe('-8794')
  })

  test('can blank a figure, also in the summary; a place that is not there is left alone', () => {
    const blanked = { table: 'summary', row: 'sum:Kulturnämnden', column: '2026', value: null, note: '' }
    const nowhere = { ...override, row: 'nowhere' }
    const { book } = compileBook(
      base,
      { ...version, overrides: [blanked, nowhere] },
      example,
      wordsFor([2025, 2026, 2027]),
    )
    const row = tableWith(book.tables, 'summary').rows.find((each) => each.key === 'sum:Kulturnämnden')
    expect(row?.cells.map((cell) => cell?.printed)).toEqual(['30,0', '649,3', '', '687,5'])
    expect(row?.cells[2]?.origin).toBe('override')
  })
})
