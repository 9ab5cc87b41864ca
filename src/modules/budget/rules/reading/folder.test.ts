import { describe, expect, test } from 'vitest'
import type { Row, Table } from '../book.ts'
import { exampleFiles } from './example.fixture.ts'
import { readBookFolder } from './folder.ts'
import { readBook } from './read-book.ts'

const { book, recognitions, problems } = readBookFolder(exampleFiles)

const table = (key: string): Table => {
  const found = book.tables.find((each) => each.key === key)
  if (!found) throw new Error(`no table ${key}`)
  return found
}
const row = (of: Table, line: number): Row => {
  const found = of.rows.find((each) => each.sourceLine === line)
  if (!found) throw new Error(`no row at ${line}`)
  return found
}

describe('the example folder', () => {
  test('is a book of 47 tables and 119 assignments for 2025–2027 in million kronor, with nothing to ask', () => {
    expect(book).toMatchObject({
      jurisdiction: 'Region Stockholm',
      budgetYear: 2025,
      planYears: [2026, 2027],
      unit: 'mnkr',
    })
    expect(book.tables).toHaveLength(47)
    expect(book.assignments).toHaveLength(119)
    expect(recognitions.flatMap(({ questions }) => questions)).toEqual([])
    expect(problems).toEqual([])
  })

  test.each([
    ['adjustments', 'adjustmentSummary'],
    ['chapter-tables-8', 'chapterAdjustments'],
    ['skatteintakter', 'taxRevenue'],
    ['resultatrakning', 'incomeStatement'],
    ['anslag', 'appropriations'],
    ['resultatkrav', 'resultRequirements'],
    ['resultat-per-enhet-locum-ab', 'unitResult'],
    ['kanslighetsanalys', 'sensitivityAnalysis'],
    ['balansrakning', 'balanceSheet'],
    ['kassaflode', 'cashFlow'],
    ['finansieringsbudget', 'financingBudget'],
  ])('%s is a table of kind %s', (key, kind) => {
    expect(table(key).kind).toBe(kind)
  })

  test('every row but one has a role', () => {
    const without = book.tables.flatMap(({ rows }) =>
      rows.filter(({ role }) => role === null).map(({ label }) => label),
    )
    expect(without).toEqual(['(exkl leasing- och lånefinansiering)'])
  })

  test('a figure is kept as printed, with its decimals, unit and source line', () => {
    const [first] = row(table('anslag'), 3627).cells
    expect(first).toMatchObject({
      printed: '66 896,8',
      decimals: 1,
      unit: 'mnkr',
      sourceLine: 3627,
      origin: 'outside',
    })
    expect(first?.value?.toString()).toBe('66896.8')
  })

  test('a blank, a nothing at all and a minus zero are three things', () => {
    const [blank] = row(table('adjustments'), 297).cells
    expect(blank).toMatchObject({ value: null, printed: '' })
    const [nothing] = row(table('skatteintakter'), 3590).cells
    expect(nothing).toBeNull()
    const zero = row(table('kassaflode'), 4043).cells.at(-1)
    expect(zero?.printed).toBe('-0')
    expect(zero?.value?.isZero() && zero.value.isNegative()).toBe(true)
  })

  test('the change column is in per cent and compares the two budgets', () => {
    const column = table('resultatrakning').columns.find(({ kind }) => kind === 'change')
    expect(column?.compares).toEqual({ from: 'budget-2024', to: 'budget-2025' })
    const at = table('resultatrakning').columns.findIndex(({ kind }) => kind === 'change')
    expect(row(table('resultatrakning'), 3600).cells[at]).toMatchObject({ printed: '-0,7%', unit: 'percent' })
    expect(row(table('resultatrakning'), 3622).cells[at]).toMatchObject({ printed: '0', unit: 'mnkr' })
  })

  test('the adjustment summary has boards as sections and roles for the way to the own result', () => {
    const { columns, rows } = table('adjustments')
    expect(columns.map(({ key, label }) => `${key} ${label}`)).toEqual([
      'addition-2025 Tillägg 2025',
      'budget-2025 Budget 2025',
      'plan-2026 Plan 2026',
      'plan-2027 Plan 2027',
    ])
    expect(new Set(rows.map(({ section }) => section)).size).toBe(9)
    expect(rows.filter(({ section }) => section === null).map(({ role }) => role)).toEqual([
      'adjustedTotal',
      'baseResult',
      'financing',
      'financing',
      'financing',
      'financing',
      'ownResult',
    ])
  })

  test.each([
    ['skatteintakter', 3591, 'changeFromPreviousYearPercent', 'memo'],
    ['skatteintakter', 3594, 'previousBudgetEqualisation', 'memo'],
    ['resultatrakning', 3608, 'operatingCosts', 'sum'],
    ['resultatrakning', 3622, 'resultOfTheYear', 'sum'],
    ['anslag', 3632, 'appropriation', 'ofWhich'],
    ['resultatkrav', 3675, 'sectionTotal', 'sum'],
    ['resultatkrav', 3698, 'groupFinancing', 'line'],
    ['resultatkrav', 3700, 'grandTotal', 'sum'],
    ['resultat-per-enhet-regionledningskontoret', 3729, 'unitCostLine', 'ofWhich'],
    ['resultat-per-enhet-trafiknamnden-inkl-fut', 3785, 'ticketRevenue', 'ofWhich'],
    ['kanslighetsanalys', 3963, 'totalTaxRevenue', 'line'],
    ['kanslighetsanalys', 3974, 'totalCosts', 'sum'],
    ['balansrakning', 3991, 'resultOfTheYear', 'line'],
    ['balansrakning', 4006, 'contingentPensionLiability', 'memo'],
    ['kassaflode', 4020, 'currentLiabilitiesChange', 'line'],
    ['finansieringsbudget', 4050, 'investments', 'line'],
    ['chapter-tables-5', 2338, 'adjustment', 'line'],
  ])('%s, line %d: %s, %s', (key, line, role, kind) => {
    expect(row(table(key), line)).toMatchObject({ role, kind })
  })

  test('a unit table is about its unit', () => {
    expect(table('resultat-per-enhet-locum-ab')).toMatchObject({
      body: 'Locum AB',
      title: 'Resultat per enhet: Locum AB',
    })
  })

  test('an assignment keeps its boards, amounts and line', () => {
    expect(book.assignments.find(({ key }) => key === 'A05-21')).toMatchObject({
      chapter: '5',
      publicBoards: ['Hälso- och sjukvårdsnämnden'],
      consulted: [
        'Fastighets- och servicenämnden',
        'SLSO',
        'Karolinska Universitetssjukhuset',
        'Regionstyrelsen',
      ],
      sourceLine: 2264,
    })
    expect(book.assignments.find(({ key }) => key === 'A03-07')).toMatchObject({
      amounts: '40 mnkr (2025); 100 mnkr (2026); 60 mnkr (2027)',
      dueYear: 2027,
    })
  })

  test('reading the same files in another order gives the same book', () => {
    const again = readBookFolder(exampleFiles.toReversed()).book
    expect(again.tables.map(({ key }) => key).sort()).toEqual(book.tables.map(({ key }) => key).sort())
    expect(again.budgetYear).toBe(book.budgetYear)
  })
})

/** Everything that was recognised of the tables, a line a row. */
function seen(tables: readonly Table[]): string[] {
  return tables.flatMap(({ title, kind, body, columns, rows }) =>
    rows.map((each) => {
      const figures = each.cells.map((cell) => cell?.value?.valueOf() ?? '')
      const keys = columns.map(({ key }) => key).join(',')
      return [
        title,
        kind,
        body,
        keys,
        each.section,
        each.label,
        each.kind,
        each.role,
        each.unit,
        ...figures,
      ].join(' | ')
    }),
  )
}

describe('the same tables printed wide', async () => {
  // No levels, sections only as lines of their own, no kinds of columns: what a spreadsheet of the tables would hold.
  const lines = book.tables.flatMap(({ title, columns, rows }) => [
    [title],
    ['Mkr', ...columns.map(({ label }) => label)],
    ...rows.flatMap((each, at) => {
      const figures = [each.label, ...each.cells.map((cell) => cell?.printed ?? '')]
      return each.section === null || each.section === rows[at - 1]?.section
        ? [figures]
        : [[each.section], figures]
    }),
    [],
  ])
  const csv = lines.map((line) => line.map((text) => `"${text.replaceAll('"', '""')}"`).join(';')).join('\n')
  const wide = await readBook([{ name: 'allt.csv', bytes: new TextEncoder().encode(csv) }])

  test('are recognised without a question', () => {
    expect(wide.questions).toEqual([])
    expect(wide.problems.filter(({ message }) => message.key !== 'reading.row.tooShort')).toEqual([])
    expect(wide.book).toMatchObject({ budgetYear: 2025, planYears: [2026, 2027], unit: 'mnkr' })
  })

  test('give the same kinds, columns, sections, roles and figures', () => {
    expect(seen(wide.book.tables)).toEqual(seen(book.tables))
  })
})
