import { describe, expect, test } from 'vitest'
import type { Role } from '../roles.ts'
import { statementRoleOf } from './statement-role.ts'
import type { Adjustment, AdjustmentKind } from './version.ts'

function adjustment(
  publicBoard: string | null,
  label: string,
  kind: AdjustmentKind = 'reform',
  statementRole: Role | null = null,
): Adjustment {
  return {
    id: 'a',
    publicBoard,
    label,
    kind,
    amounts: {},
    recurring: true,
    part: null,
    statementRole,
    chapter: null,
  }
}

describe('the row of the income statement an adjustment lands on', () => {
  test.each([
    ['Hälso- och sjukvårdsnämnden', 'Geriatrik SÖS', 'purchasedCare', 'health'],
    ['Hälso- och sjukvårdsnämnden', 'Dubbelt natt-OB för undersköterskor', 'personnelCosts', 'staff'],
    [
      'Hälso- och sjukvårdsnämnden',
      'Borttagande avgift för akutbesök för barn och unga',
      'operatingIncome',
      'fee',
    ],
    ['Primärvårdsnämnden', 'Ytterligare uppräkning till Vårdcentraler', 'purchasedCare', 'health'],
    ['Trafiknämnden', 'Fryst SL-Taxa månadskort', 'ticketRevenue', 'ticket'],
    ['Trafiknämnden', 'Slopad extraavgift för färdtjänstresor längre än tre mil', 'operatingIncome', 'fee'],
    ['Trafiknämnden', 'Strategiska framkomlighetsåtgärder', 'purchasedTransport', 'transport'],
    ['Trafiknämnden', 'Behåll ombordpersonal Roslagsbanan', 'purchasedTransport', 'transport'],
    ['Regionstyrelsen', 'Besparing politikerarvoden och politisk organisation', 'personnelCosts', 'staff'],
    ['Regionstyrelsen', 'Sänkta arbetsgivaravgifter', 'otherCosts', 'other'],
    ['Kulturnämnden', 'Ökade anslag studieförbund', 'otherCosts', 'other'],
  ])('%s, %s: %s (%s)', (board, label, role, reason) => {
    expect(statementRoleOf(adjustment(board, label))).toEqual({ role, reason })
  })

  test.each([
    ['financing', null, 'taxRevenue', 'tax'],
    ['resultRequirement', 'Stockholms läns sjukvårdsområde', 'otherCosts', 'other'],
    ['income', 'Kulturnämnden', 'operatingIncome', 'fee'],
  ] as const)('%s by its kind', (kind, board, role, reason) => {
    expect(statementRoleOf(adjustment(board, 'Något', kind))).toEqual({ role, reason })
  })

  test('what a person said goes first', () => {
    expect(statementRoleOf(adjustment('Trafiknämnden', 'Fryst taxa', 'reform', 'otherCosts'))).toEqual({
      role: 'otherCosts',
      reason: 'said',
    })
  })
})
