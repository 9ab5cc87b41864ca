import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Book, Row } from '../book.ts'
import { checkBook, findingsOf, type Check } from '../check/index.ts'
import { compileBook } from './compile-book.ts'
import { prepareBase, type PreparedBase } from './prepare.ts'
import { anyShape, anyVersion, groundOf } from './testing/arbitraries.ts'
import { BUDGET_YEAR } from './testing/budget-figures.ts'
import { example, exampleBase, exampleSettings } from './testing/example.ts'
import { generateBudget } from './testing/generated-budget.ts'
import { runs } from './testing/runs.ts'
import { wordsFor } from './testing/words.ts'
import type { Version } from './version.ts'

const prepared = (book: Book): PreparedBase =>
  prepareBase(book.tables, { years: [book.budgetYear, ...book.planYears], unit: book.unit })

/** A budget whose versions change its figures by at most so much. */
const anyCase = (most: number) =>
  anyShape.chain((shape) => {
    const book = generateBudget(shape)
    return anyVersion(groundOf(book), most).map((version) => ({ shape, book, version }))
  })

const compiled = (base: PreparedBase, version: Version, book: Book): Book =>
  compileBook(base, version, book, wordsFor(base.structure.settings.years)).book

describe('the check finds nothing in what Kansli compiles', () => {
  test('the generator itself makes budgets that agree', () => {
    fc.assert(
      fc.property(anyShape, (shape) => {
        expect(findingsOf(checkBook(generateBudget(shape))).map(told)).toEqual([])
      }),
      runs(25),
    )
  })

  /**
   * Two things are told, and rightly. The budget law's rule, when a version's result is less than nothing. And, where a
   * changed result is kept as cash, that the operations bring in another amount than the investments are paid with,
   * which is what keeping it means; and that the cash runs out, when it does.
   */
  test('whatever the adjustments to a generated base', () => {
    fc.assert(
      fc.property(anyCase(25), ({ book, version }) => {
        const findings = findingsOf(checkBook(compiled(prepared(book), version, book)))
        const allowed = new Set([
          'law.incomeCoversCosts',
          'law.deficitRestored',
          ...(version.cashPolicy === 'cash' ? ['bridge.ownLiquidity', 'plausibility.negative'] : []),
        ])
        expect(
          findings
            .filter(
              (each) => !allowed.has(each.rule) || (each.rule === 'plausibility.negative' && !isCash(each)),
            )
            .map(told),
        ).toEqual([])
      }),
      runs(60),
    )
  })

  /** A fee lowered by more than it brings leaves a unit less income than its appropriation alone, which is told. */
  test('of class identity or completeness, however large they are, in tables where no figure changes sign', () => {
    fc.assert(
      fc.property(anyCase(20_000), ({ book, version }) => {
        const ours = compiled(prepared(book), version, book)
        const turned = tablesTurned(book, ours)
        const findings = findingsOf(checkBook(ours)).filter(
          (each) =>
            (each.class === 'identity' || each.class === 'completeness') && each.rule !== 'ofWhich.part',
        )
        expect(findings.filter((each) => !turned.has(each.where.table)).map(told)).toEqual([])
      }),
      runs(40),
    )
  })

  test.each(['loans', 'cash'] as const)(
    'of class identity or completeness in the compiled years of the example, with %s',
    (policy) => {
      const { base, tables } = exampleBase(policy)
      const years = new Set(['2025', '2026', '2027'])
      fc.assert(
        fc.property(anyVersion(groundOf(example), 60, [policy]), (version) => {
          const ours = compiled(base, version, { ...example, assignments: [] })
          const turned = tablesTurned({ ...example, tables }, ours)
          const findings = findingsOf(checkBook(ours)).filter(
            ({ class: kind, where }) =>
              (kind === 'identity' || kind === 'completeness') &&
              [...years].some((year) => where.columnLabel?.includes(year) ?? true) &&
              !turned.has(where.table),
          )
          expect(findings.map(told)).toEqual([])
        }),
        runs(12),
      )
    },
  )

  test('the settings of the example are the ones it is checked with', () => {
    expect([example.budgetYear, ...example.planYears]).toEqual(exampleSettings.years)
    expect(BUDGET_YEAR).toBeGreaterThan(2025)
  })
})

function isCash({ where }: Check): boolean {
  return where.rowLabel === 'Kassa och bank' || where.rowLabel?.endsWith('Cash') === true
}

function told(check: Check): string {
  const { where, printed, computed } = check
  return `${check.rule}: ${where.tableLabel}, ${where.rowLabel ?? ''}, ${where.columnLabel ?? ''}: ${printed?.toString() ?? ''} / ${computed?.toString() ?? ''}`
}

/**
 * Tables in which some amount is on the other side of 0 than in the base: a public board with less than nothing, a
 * cost that has become an income. There a reader cannot tell any more what the signs stand for.
 */
function tablesTurned(base: Book, ours: Book): ReadonlySet<string> {
  const turned = new Set<string>()
  for (const table of ours.tables) {
    const before = base.tables.find((each) => each.key === table.key)
    for (const row of table.rows) {
      const was = before?.rows.find((each) => each.key === row.key)
      if (isTurned(row, was)) turned.add(table.key)
    }
  }
  return turned
}

function isTurned(row: Row, was: Row | undefined): boolean {
  return row.cells.some((cell, at) => {
    const value = cell?.value ?? null
    if (value === null || value.isZero()) return false
    const before = was?.cells[at]?.value ?? null
    return before === null
      ? value.isNegative()
      : !before.isZero() && before.isNegative() !== value.isNegative()
  })
}
