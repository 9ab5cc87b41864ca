import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Book, Cell } from '../book.ts'
import { exampleBook } from '../reading/example.fixture.ts'
import { checkBook } from './check.ts'
import { findingsOf, type Check, type Place } from './report.ts'
import { book, line, section, sum, table, type RowOf } from './testing/book.fixture.ts'

const years = ['Utfall 2023', 'Prognos 2024', 'Budget 2025', 'Plan 2026', 'Plan 2027']

/** Sections of lines with their sums, and a grand total: everything agrees to the last digit. */
const consistent = fc
  .array(
    fc.array(fc.array(fc.integer({ min: -90_000, max: 90_000 }), { minLength: 5, maxLength: 5 }), {
      minLength: 2,
      maxLength: 6,
    }),
    {
      minLength: 2,
      maxLength: 4,
    },
  )
  .map((sections) => {
    const add = (rows: readonly (readonly number[])[]): number[] =>
      years.map((_, at) => rows.reduce((total, row) => total + (row[at] ?? 0), 0))
    const rows: (RowOf | RowOf[])[] = sections.map((lines, at) =>
      section(
        `Avsnitt ${at}`,
        ...lines.map((row, order) => line(`Rad ${at}.${order}`, null, ...row.map(String))),
        sum(`Summa ${at}`, null, ...add(lines).map(String)),
      ),
    )
    rows.push(sum('Totalt', null, ...add(sections.map(add)).map(String)))
    return book([table('resultRequirements', years.join(' | '), rows)])
  })

/** The book with one figure changed. */
function changed(of: Book, table_: number, row: number, column: number, by: Decimal): Book {
  const tables = of.tables.map((each, at) => {
    if (at !== table_) return each
    const rows = each.rows.map((one, order) =>
      order === row ? { ...one, cells: one.cells.with(column, moved(one.cells[column] ?? null, by)) } : one,
    )
    return { ...each, rows }
  })
  return { ...of, tables }
}

function moved(cell: Cell | null, by: Decimal): Cell | null {
  if (!cell?.value) return cell
  const value = cell.value.plus(by)
  return { ...cell, value, printed: value.toFixed(cell.decimals).replace('.', ',') }
}

function isAt(where: Place, table_: string, row: string, column: string): boolean {
  return where.table === table_ && where.row === row && where.column === column
}

/** Whether the cell is the figure a check is about or one of its parts. */
function names(check: Check, table_: string, row: string, column: string): boolean {
  return (
    isAt(check.where, table_, row, column) ||
    check.parts.some(({ where }) => isAt(where, table_, row, column))
  )
}

function placeKey({ table: table_, row, column }: Place): string {
  return `${table_}|${row}|${column}`
}

/** What a finding says: another figure makes it another. */
function signature({ id, parts, fingerprint }: Check): string {
  return `${id} ${fingerprint} ${parts.map(({ printed }) => printed).join(' ')}`
}

describe('a table in which everything agrees', () => {
  test('gives no finding', () => {
    fc.assert(
      fc.property(consistent, (of) => {
        expect(checkBook(of, { rules: ['resultRequirements.sums'] }).summary.findings).toBe(0)
      }),
    )
  })

  test('with one figure changed beyond rounding gives findings that all name it, and only in its column', () => {
    fc.assert(
      fc.property(
        consistent,
        fc.nat(),
        fc.nat({ max: 4 }),
        fc.integer({ min: 20, max: 5_000 }),
        fc.boolean(),
        (of, pick, column, by, less) => {
          const row = pick % (of.tables[0]?.rows.length ?? 1)
          const wrong = changed(of, 0, row, column, new Decimal(less ? -by : by))
          const found = findingsOf(checkBook(wrong, { rules: ['resultRequirements.sums'] }))
          expect(found.length).toBeGreaterThan(0)
          const key = of.tables[0]?.rows[row]?.key ?? ''
          for (const check of found) {
            expect(check.where.column).toBe(years[column])
            expect(names(check, 'resultRequirements', key, years[column] ?? '')).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('the example with one figure changed', () => {
  const whole = exampleBook()
  const before = checkBook(whole)
  const known = new Set(findingsOf(before).map(signature))

  /** Every cell that takes part in something that must hold, with how far rounding reaches there. */
  const reach = new Map<string, number>()
  for (const check of before.checks) {
    if (check.class !== 'identity') continue
    for (const where of [check.where, ...check.parts.map((part) => part.where)]) {
      reach.set(placeKey(where), Math.max(reach.get(placeKey(where)) ?? 0, check.tolerance?.toNumber() ?? 0))
    }
  }
  const cells = whole.tables.flatMap((each, at) =>
    each.rows.flatMap((row, order) =>
      row.cells.flatMap((cell, column) => {
        const place = `${each.key}|${row.key}|${each.columns[column]?.key}`
        return cell?.value && reach.has(place) ? [{ at, order, column, cell, place }] : []
      }),
    ),
  )

  test('takes part with nearly every cell it prints', () => {
    const printed = whole.tables.flatMap(({ rows }) =>
      rows.flatMap((row) => row.cells.filter((cell) => cell?.value)),
    )
    expect(cells.length / printed.length).toBeGreaterThan(0.96)
  })

  // One cell in seven, so that every table and every column is met; all of them take some seven times as long.
  test('shows a finding that names the figure, in at least 97 of 100 cells', { timeout: 120_000 }, () => {
    const tried = cells.filter((_, index) => index % 7 === 0)
    const found = tried.filter(({ at, order, column, cell, place }) => {
      const unit = new Decimal(10).pow(-cell.decimals)
      const by = new Decimal(reach.get(place) ?? 0).times(2.5).div(unit).ceil().plus(7).times(unit)
      const news = findingsOf(checkBook(changed(whole, at, order, column, by))).filter(
        (check) => !known.has(signature(check)),
      )
      const [table_ = '', row = '', column_ = ''] = place.split('|')
      return news.some((check) => names(check, table_, row, column_))
    })
    expect(tried.length).toBeGreaterThan(200)
    expect(found.length / tried.length).toBeGreaterThanOrEqual(0.97)
  })
})
