import { describe, expect, it } from 'vitest'
import { countsInTurn, paidSteps, type PaidRow } from './paid-changes.ts'

const paid = (
  personId: string,
  validFrom: string,
  validTo: string | null,
  more: Partial<PaidRow> = {},
): PaidRow => ({
  id: `${personId} ${validFrom}`,
  personId,
  validFrom,
  validTo,
  temporary: false,
  degree: '100',
  reason: '',
  endedReason: '',
  purpose: '',
  ...more,
})

describe('who is paid', () => {
  const rows = [
    paid('a', '2018-11-01', null),
    paid('b', '2018-11-01', null),
    paid('c', '2018-11-01', '2022-10-31', { endedReason: 'Gick i pension' }),
    paid('d', '2018-11-01', null),
    paid('e', '2021-09-01', null, { reason: 'Valdes till gruppledare' }),
    // More for the same person makes nobody one more.
    paid('a', '2021-09-01', null),
    paid('b', '2022-08-01', '2022-09-30', { temporary: true, purpose: 'Valrörelsen' }),
    paid('f', '2022-08-01', '2022-09-30', { temporary: true, purpose: 'Valrörelsen' }),
  ]

  it('four, then five, then four again, and why', () => {
    const steps = paidSteps(rows, '2019-01-01', '2023-01-01')
    expect(steps.map((step) => [step.day, step.paid, step.temporary])).toEqual([
      ['2019-01-01', 4, 0],
      ['2021-09-01', 5, 0],
      ['2022-08-01', 5, 2],
      ['2022-10-01', 5, 0],
      ['2022-11-01', 4, 0],
    ])
    expect(countsInTurn(steps)).toEqual([4, 5, 4])
    expect(steps[1]!.began.map(({ row, again }) => [row.personId, row.reason, again])).toEqual([
      ['e', 'Valdes till gruppledare', false],
      ['a', '', true],
    ])
    expect(steps[4]!.ended.map(({ row, again }) => [row.personId, row.endedReason, again])).toEqual([
      ['c', 'Gick i pension', false],
    ])
  })

  it('a change of degree ends a row and begins another, and the person stays', () => {
    const steps = paidSteps(
      [
        paid('a', '2020-01-01', '2020-12-31', { degree: '40' }),
        paid('a', '2021-01-01', null, { degree: '80' }),
      ],
      '2020-01-01',
      '2022-01-01',
    )
    expect(steps.map((step) => step.paid)).toEqual([1, 1])
    expect(steps[1]).toMatchObject({ began: [{ again: true }], ended: [{ again: true }] })
    expect(countsInTurn(steps)).toEqual([1])
  })

  it('nobody: one step that says so', () => {
    expect(paidSteps([], '2020-01-01', '2021-01-01')).toEqual([
      { day: '2020-01-01', paid: 0, temporary: 0, began: [], ended: [] },
    ])
  })
})
