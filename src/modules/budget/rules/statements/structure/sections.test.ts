import { describe, expect, test } from 'vitest'
import { amount } from '../../amount.ts'
import type { Table } from '../../book.ts'
import { example, tableWith } from '../testing/example.ts'
import { tableOf, yearColumn, type RowOf } from '../testing/table-of.ts'
import { isComplete, ofWhichGroups } from './add-of-which.ts'
import { sectionsOf } from './sections.ts'
import { fittingSigns } from './signs.ts'

const requirements = tableWith(example.tables, 'resultatkrav')
const labels = (table: Table, places: readonly number[]): string[] =>
  places.map((at) => table.rows[at]?.label ?? '')

describe('the sections of the result requirements', () => {
  const sections = sectionsOf(requirements, 'mnkr')
  const named = new Map(sections.map((section) => [requirements.rows[section.sum]?.label, section]))

  test('a line that is part of the line before it is left out of the sum', () => {
    const transport = named.get('Kollektivtrafik totalt')
    expect(labels(requirements, transport?.lines ?? [])).toEqual(['Trafiknämnden'])
    expect(labels(requirements, transport?.apart ?? [])).toEqual(['AB Storstockholms Lokaltrafik'])
  })

  test('the total takes in the sums and the lines that stand in none', () => {
    const total = named.get('Totalt')
    expect(total).toMatchObject({ fits: true, total: true })
    expect(labels(requirements, total?.lines ?? [])).toEqual([
      'Hälso- och sjukvård totalt',
      'Kollektivtrafik totalt',
      'Kultur totalt',
      'Regionstyrelsen',
      'Klimat- och regionutvecklingsnämnden',
      'Fastigheter och service totalt',
      'Revisorskollegiet',
      'Landstingshuset Stockholm AB',
      'Skadekontot',
      'Koncernfinansiering',
      'Koncernjusteringar',
    ])
  })
})

describe('of-which rows', () => {
  test.each([
    ['resultatkrav', 'Fastighets- och servicenämnden', 3, true],
    ['resultatkrav', 'AB Storstockholms Lokaltrafik', 3, false],
    ['anslag', 'Trafiknämnden', 3, true],
    ['skatteintakter', 'Kommunalekonomisk utjämning', 3, true],
    ['resultat-per-enhet-trafiknamnden-inkl-fut', 'Intäkter', 2, false],
  ])('%s, %s: %d of them, complete %s', (key, whole, count, complete) => {
    const table = tableWith(example.tables, key)
    const group = ofWhichGroups(table).find((each) => table.rows[each.whole]?.label === whole)
    const row = table.rows[group?.whole ?? -1]
    const parts = (group?.parts ?? []).flatMap((at) => table.rows[at] ?? [])
    expect(parts).toHaveLength(count)
    expect(row && isComplete(table, row, parts, 'mnkr')).toBe(complete)
  })
})

describe('the signs of a sum', () => {
  const columns = [yearColumn('budget', 2025), yearColumn('plan', 2026)]
  const of = (...rows: [RowOf['role'], number, number][]): Table =>
    tableOf({
      key: 't',
      kind: 'other',
      columns,
      decimals: 0,
      rows: rows.map(([role, a, b]) => ({ label: role ?? '', role, figures: [amount(a), amount(b)] })),
    })

  test.each([
    [
      'costs with a minus',
      of(['netCost', -20, -30], ['operatingIncome', 80, 90], ['operatingCosts', -100, -120]),
      [1, 1],
    ],
    [
      'costs without',
      of(['netCost', -20, -30], ['operatingIncome', 80, 90], ['operatingCosts', 100, 120]),
      [1, -1],
    ],
    [
      'a result of nothing: the costs are taken away, not the income',
      of(['unitResult', 0, 0], ['unitIncome', 100, 120], ['unitCosts', 100, 120]),
      [1, -1],
    ],
    ['neither', of(['netCost', 7, 8], ['operatingIncome', 80, 90], ['operatingCosts', 100, 120]), null],
    ['nothing printed', of(['netCost', 0, 0], ['operatingIncome', 0, 0], ['operatingCosts', 0, 0]), [1, 1]],
  ])('%s', (_, table, expected) => {
    const [sum, ...parts] = table.rows
    expect(sum && fittingSigns(table, sum, parts, 'mnkr')).toEqual(expected)
  })
})
