import { describe, expect, test } from 'vitest'
import { amount } from '../../amount.ts'
import { deriveFrom } from '../derive.ts'
import { cellsOf, exampleBase, printedOf, tableWith } from '../testing/example.ts'
import { emptyVersion, type Adjustment, type CashPolicy } from '../version.ts'

const taken = exampleBase()

function derived(cashPolicy: CashPolicy, ...adjustments: Partial<Adjustment>[]) {
  const full = adjustments.map((each, at): Adjustment => ({
    id: `a${at}`,
    publicBoard: null,
    label: 'x',
    kind: 'financing',
    amounts: {},
    recurring: true,
    part: null,
    statementRole: null,
    chapter: null,
    ...each,
  }))
  return deriveFrom(taken.base, { ...emptyVersion('v', 'V'), adjustments: full, cashPolicy }).tables
}

const better = { amounts: { 2025: amount(1000), 2026: amount(1000), 2027: amount(1000) } }

describe('what a changed result does', () => {
  // The base borrows 3 699, 4 850 and 0, and pays 6 528 back in 2027; its debt is 38 619, 43 610 and 37 082.
  test.each<[CashPolicy, Partial<Adjustment>, string, number, string[], string]>([
    ['loans', better, 'kassaflode', 4032, ['2 699', '3 850', '0'], 'borrows less'],
    [
      'loans',
      better,
      'kassaflode',
      4033,
      ['0', '0', '-7 528'],
      'and pays more back where nothing is borrowed',
    ],
    ['loans', better, 'kassaflode', 4045, ['2 220', '2 239', '2 239'], 'cash stays'],
    ['loans', better, 'balansrakning', 4000, ['37 619', '41 610', '34 082'], 'the debt falls year by year'],
    ['cash', better, 'kassaflode', 4032, ['3 699', '4 850', '0'], 'borrows as before'],
    ['cash', better, 'kassaflode', 4045, ['3 220', '4 239', '5 239'], 'cash grows year by year'],
    ['cash', better, 'balansrakning', 3987, ['3 220', '4 239', '5 239'], 'also in the balance sheet'],
    [
      'cash',
      better,
      'finansieringsbudget',
      4053,
      ['-10 404', '-10 323', '-9 062'],
      'investments are paid as before',
    ],
    [
      'loans',
      better,
      'finansieringsbudget',
      4053,
      ['-11 404', '-11 323', '-10 062'],
      'own liquidity pays more',
    ],
    ['loans', better, 'finansieringsbudget', 4055, ['-4 211', '-3 972', '762'], 'and loans less'],
  ])('%s: %j in %s line %d: %j (%s)', (policy, adjustment, table, line, expected) => {
    expect(printedOf(tableWith(derived(policy, adjustment), table), line)).toEqual(expected)
  })

  test('a worse result borrows more, also when the base pays back', () => {
    const tables = derived('loans', { amounts: { 2027: amount(-7000) } })
    expect(printedOf(tableWith(tables, 'kassaflode'), 4032)).toEqual(['3 699', '4 850', '472'])
    expect(printedOf(tableWith(tables, 'kassaflode'), 4033)).toEqual(['0', '0', '0'])
  })

  test.each(['loans', 'cash'] as const)(
    'the balance sheet balances and equity rolls forward, with %s',
    (policy) => {
      const sheet = tableWith(derived(policy, better), 'balansrakning')
      const values = (line: number): string[] =>
        cellsOf(sheet, line).map((cell) => cell?.value?.toString() ?? '')
      expect(values(3989)).toEqual(values(4005))
      expect(printedOf(sheet, 3992)).toEqual(['25 042', '26 117', '29 371'])
      expect(printedOf(sheet, 3993)).toEqual(['26 117', '29 371', '32 409'])
    },
  )

  test('more depreciation is not paid: assets fall, cash and loans do not', () => {
    const tables = derived('loans', {
      kind: 'reform',
      publicBoard: 'Kulturnämnden',
      statementRole: 'depreciation',
      amounts: { 2025: amount(50), 2026: amount(50) },
    })
    expect(printedOf(tableWith(tables, 'kassaflode'), 4014)).toEqual(['10 590', '8 083', '13 791'])
    expect(printedOf(tableWith(tables, 'balansrakning'), 3982)).toEqual(['171 205', '182 553', '184 908'])
    expect(printedOf(tableWith(tables, 'balansrakning'), 4000)).toEqual(['38 619', '43 610', '37 082'])
    expect(printedOf(tableWith(tables, 'kassaflode'), 4032)).toEqual(['3 699', '4 850', '0'])
  })
})
