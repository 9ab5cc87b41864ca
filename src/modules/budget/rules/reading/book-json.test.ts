import { Decimal } from 'decimal.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Amount } from '../amount.ts'
import type { Book, Cell, Row, Table } from '../book.ts'
import { roles } from '../roles.ts'
import { bookFromJson, bookToJson, BOOK_FORMAT } from './book-json.ts'
import { fingerprintText } from './fingerprint.ts'
import { exampleBook } from './example.fixture.ts'

const unit = fc.constantFrom(
  'kr',
  'tkr',
  'mnkr',
  'mdkr',
  'percent',
  'percentagePoints',
  'öre',
  'count',
  'other' as const,
)
const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const year = fc.integer({ min: 1990, max: 2100 })
const line = fc.option(fc.nat(99_999))
const anyAmount: fc.Arbitrary<Amount> = fc.oneof(
  fc
    .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(6))
    .map(([digits, decimals]) => new Decimal(digits.toString()).div(new Decimal(10).pow(decimals))),
  fc.constant(new Decimal('-0')),
  fc.constant(new Decimal(0)),
)

const cell: fc.Arbitrary<Cell | null> = fc.option(
  fc.record({
    value: fc.option(anyAmount),
    printed: text,
    decimals: fc.nat(6),
    unit,
    sourceLine: line,
    origin: fc.constantFrom('outside' as const, 'own' as const, 'derived' as const, 'override' as const),
  }),
)

function tableOf(columns: number): fc.Arbitrary<Table> {
  const row: fc.Arbitrary<Row> = fc.record({
    key: text,
    label: text,
    section: fc.option(text),
    level: fc.nat(3),
    kind: fc.constantFrom('line' as const, 'sum' as const, 'ofWhich' as const, 'memo' as const),
    ofWhichComplete: fc.option(fc.boolean()),
    role: fc.option(fc.constantFrom(...roles)),
    roleOrigin: fc.constantFrom('recognised' as const, 'corrected' as const),
    unit,
    sourceLine: line,
    cells: fc.array(cell, { minLength: columns, maxLength: columns }),
  })
  return fc.record({
    key: text,
    title: text,
    kind: fc.constantFrom('incomeStatement' as const, 'unitResult' as const, 'other' as const),
    chapter: fc.option(text),
    body: fc.option(text),
    unit,
    source: fc.option(text),
    columns: fc.array(
      fc.record({
        key: text,
        label: text,
        kind: fc.constantFrom('budget' as const, 'plan' as const, 'change' as const, 'scenario' as const),
        year: fc.option(year),
        compares: fc.option(fc.record({ from: text, to: text })),
        shift: fc.option(anyAmount),
      }),
      { minLength: columns, maxLength: columns },
    ),
    rows: fc.array(row, { maxLength: 4 }),
  })
}

const anyBook: fc.Arbitrary<Book> = fc.record({
  jurisdiction: text,
  budgetYear: year,
  planYears: fc.array(year, { maxLength: 3 }),
  unit,
  decimals: fc.nat(3),
  tables: fc.array(fc.nat(4).chain(tableOf), { maxLength: 3 }),
  assignments: fc.array(
    fc.record({
      key: text,
      chapter: fc.option(text),
      publicBoards: fc.array(text, { maxLength: 2 }),
      consulted: fc.array(text, { maxLength: 2 }),
      kind: text,
      text,
      theme: fc.option(text),
      amounts: text,
      dueYear: fc.option(year),
      sourceLine: line,
    }),
    { maxLength: 2 },
  ),
  texts: fc.array(
    fc.record({ key: text, chapter: fc.option(text), publicBoard: fc.option(text), text, sourceLine: line }),
    { maxLength: 2 },
  ),
})

/** Amounts as text, so that −0 and 0 are told apart when books are compared. */
function comparable(book: Book): unknown {
  return JSON.parse(
    JSON.stringify(book, (_, value: unknown) => (Decimal.isDecimal(value) ? value.valueOf() : value)),
    undefined,
  ) as unknown
}

// Decimal writes itself as text in JSON without the sign of zero; keep it while comparing.
Decimal.prototype.toJSON = Decimal.prototype.valueOf

describe('bookToJson and bookFromJson', () => {
  test('give every book back exactly', () => {
    fc.assert(
      fc.property(anyBook, (book) => {
        const read = bookFromJson(bookToJson(book))
        expect(read.ok && comparable(read.book)).toEqual(comparable(book))
      }),
    )
  })

  test('give the example back exactly, and write the same text again', () => {
    const json = bookToJson(exampleBook())
    const read = bookFromJson(json)
    expect(read.ok && comparable(read.book)).toEqual(comparable(exampleBook()))
    expect(read.ok && bookToJson(read.book)).toBe(json)
    expect(json).toContain('"value": "-0"')
  })

  const plain = {
    format: BOOK_FORMAT,
    jurisdiction: 'X',
    budgetYear: 2025,
    planYears: [],
    unit: 'mnkr',
    decimals: 0,
    tables: [],
    assignments: [],
    texts: [],
  }
  const table = {
    key: 't',
    title: 'T',
    kind: 'other',
    chapter: null,
    body: null,
    unit: 'mnkr',
    source: null,
    columns: [],
    rows: [],
  }

  test.each([
    ['no JSON', '{"format": ', 'reading.json.broken', ''],
    ['another format', '{"format": "kansli-budget/2"}', 'reading.json.otherFormat', 'kansli-budget/2'],
    ['a list', '[]', 'reading.json.otherFormat', ''],
    ['an unknown unit', JSON.stringify({ ...plain, unit: 'ören' }), 'reading.json.fault', 'unit'],
    ['a key nobody knows', JSON.stringify({ ...plain, hej: 1 }), 'reading.json.fault', ''],
    [
      'a year that is none',
      JSON.stringify({ ...plain, planYears: [26] }),
      'reading.json.fault',
      'planYears[0]',
    ],
    [
      'an unknown kind of table',
      JSON.stringify({ ...plain, tables: [{ ...table, kind: 'x' }] }),
      'reading.json.fault',
      'tables[0].kind',
    ],
    [
      'an amount that is no number',
      JSON.stringify({
        ...plain,
        tables: [
          {
            ...table,
            columns: [{ key: 'a', label: 'a', kind: 'budget', year: 2025, compares: null, shift: null }],
            rows: [
              {
                key: 'r',
                label: 'r',
                section: null,
                level: 1,
                kind: 'line',
                ofWhichComplete: null,
                role: null,
                roleOrigin: 'recognised',
                unit: 'mnkr',
                sourceLine: null,
                cells: [{ value: '1e9', printed: '', decimals: 0 }],
              },
            ],
          },
        ],
      }),
      'reading.json.fault',
      'tables[0].rows[0].cells[0].value',
    ],
  ])('answer %s', (_, json, key, where) => {
    const read = bookFromJson(json)
    expect(read.ok).toBe(false)
    const [problem] = read.ok ? [] : read.problems
    expect(problem?.key).toBe(key)
    expect(problem?.params['where'] ?? problem?.params['read'] ?? '').toBe(where)
  })
})

describe('fingerprintText', () => {
  test('is the same whatever order the tables come in, and another when a figure, a sign or a label differs', () => {
    const book = exampleBook()
    const same = fingerprintText(book)
    expect(
      fingerprintText({
        ...book,
        tables: book.tables.toReversed(),
        assignments: book.assignments.toReversed(),
      }),
    ).toBe(same)
    const changed = (change: (cell: Cell) => Cell): Book => ({
      ...book,
      tables: book.tables.map((each, at) =>
        at > 0
          ? each
          : {
              ...each,
              rows: each.rows.map((row, index) =>
                index > 0 ? row : { ...row, cells: row.cells.map((one) => one && change(one)) },
              ),
            },
      ),
    })
    expect(fingerprintText(changed((one) => one))).toBe(same)
    expect(fingerprintText(changed((one) => ({ ...one, printed: `${one.printed}1` })))).not.toBe(same)
    expect(fingerprintText(changed((one) => ({ ...one, unit: 'tkr' })))).not.toBe(same)
    expect(fingerprintText({ ...book, jurisdiction: 'Region Ingenstans' })).not.toBe(same)
  })
})
