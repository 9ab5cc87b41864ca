import { ZERO, type Amount } from '../../amount.ts'
import type { Table } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { BUDGET_YEAR, type BudgetShape, type World } from './budget-figures.ts'
import { labels, row, statementRow, sum, timelineOf, years, type Figure } from './generated-columns.ts'
import { costRolesOf, type GeneratedFigures } from './generated-figures.ts'
import { shiftColumn, tableOf, yearColumn, type RowOf } from './table-of.ts'

export function incomeStatement(shape: BudgetShape, figures: GeneratedFigures): Table {
  const placed = years(figures, ['outcome', 'budgetBefore', 'forecast'], shape.changes)
  const turned = new Set(
    shape.costsPositive ? [...costRolesOf(shape), 'operatingCosts', 'depreciation', 'netCost'] : [],
  )
  const of = statementRow(figures, placed, turned)
  return tableOf({
    key: 'resultatrakning',
    title: 'Resultaträkning',
    kind: 'incomeStatement',
    columns: placed.map((each) => each.column),
    decimals: 0,
    rows: [
      of('operatingIncome', 'Verksamhetens intäkter'),
      ...costRolesOf(shape).map((role) => of(role as Role, labels[role] ?? role)),
      of('operatingCosts', 'Verksamhetens kostnader', sum),
      of('depreciation', 'Avskrivningar'),
      of('netCost', 'Verksamhetens nettokostnader', sum),
      of('taxRevenue', 'Skatteintäkter'),
      of('generalGrants', 'Generella statsbidrag'),
      of('equalisation', 'Utjämning'),
      of('totalTaxRevenue', 'Summa skatteintäkter', sum),
      of('operatingResult', 'Verksamhetens resultat', sum),
      of('financialIncome', 'Finansiella intäkter'),
      of('interestCosts', 'Räntekostnader'),
      of('pensionFinancialCosts', 'Pensionskostnader finansiell del'),
      of('resultOfTheYear', 'Årets resultat', sum),
      ...(shape.balanceInquiry
        ? [
            of('gainsOnSales', 'Realisationsvinster'),
            of('resultAfterBalanceAdjustments', 'Resultat efter balanskravsjusteringar', sum),
            of('resultReserveChange', 'Resultatreserv'),
            of('balanceResult', 'Balanskravsresultat', sum),
          ]
        : []),
    ],
  })
}

export function taxTable(shape: BudgetShape, figures: GeneratedFigures): Table {
  const placed = years(figures, ['outcome', 'budgetBefore'], shape.changes)
  const of = statementRow(figures, placed)
  const part = { kind: 'ofWhich' as const }
  const total = (world: World): Amount => figures.rows.get('totalTaxRevenue')?.get(world) ?? ZERO
  const before = (world: World): World | null => {
    const at = placed.filter((each) => each.world !== null).findIndex((each) => each.world === world)
    return placed.filter((each) => each.world !== null)[at - 1]?.world ?? null
  }
  const growth = (world: World): Amount | null => {
    const last = before(world)
    return last === null ? null : total(world).minus(total(last))
  }
  return tableOf({
    key: 'skatt',
    title: 'Skatteintäkter',
    kind: 'taxRevenue',
    columns: placed.map((each) => each.column),
    decimals: 0,
    rows: [
      of('taxRevenue', 'Skatteintäkter'),
      of('generalGrants', 'Generella statsbidrag'),
      of('pharmaceuticalGrant', 'varav läkemedelsförmånen', part),
      of('otherGeneralGrants', 'varav övriga', part),
      of('equalisation', 'Utjämning'),
      of('incomeEqualisation', 'varav inkomstutjämning', part),
      of('costEqualisation', 'varav kostnadsutjämning', part),
      of('regulationItem', 'varav regleringspost', part),
      of('totalTaxRevenue', 'Summa', sum),
      {
        label: 'Förändring från föregående år, mkr',
        role: 'changeFromPreviousYear',
        kind: 'memo',
        figures: placed.map(({ world }) => (world === null ? null : growth(world))),
      },
    ],
  })
}

export function sensitivity(shape: BudgetShape, figures: GeneratedFigures): Table {
  const shifts = [-2, -1, 1, 2]
  const middle = yearColumn('budget', BUDGET_YEAR)
  const columns = [shiftColumn(-2), shiftColumn(-1), middle, shiftColumn(1), shiftColumn(2)]
  const turned = new Set(shape.costsPositive ? [...costRolesOf(shape), 'depreciation', 'totalCosts'] : [])
  const line = (role: Role, label: string, section: string, more: Partial<RowOf> = {}): RowOf => {
    const own = figures.rows.get(role)?.get(BUDGET_YEAR) ?? ZERO
    const exact = turned.has(role) ? own.neg() : own
    const moved = shifts.map((percent) => exact.times(percent).div(100))
    return {
      label,
      role,
      section,
      figures: [moved[0] ?? ZERO, moved[1] ?? ZERO, exact, moved[2] ?? ZERO, moved[3] ?? ZERO],
      ...more,
    }
  }
  const costs = [...costRolesOf(shape), 'depreciation'].map((role) =>
    line(role as Role, labels[role] ?? 'Avskrivningar', 'Kostnader'),
  )
  return tableOf({
    key: 'kanslighet',
    title: 'Känslighetsanalys',
    kind: 'sensitivityAnalysis',
    columns,
    decimals: 0,
    rows: [
      line('operatingIncome', 'Verksamhetens intäkter', 'Intäkter'),
      line('totalTaxRevenue', 'Samlade skatteintäkter', 'Intäkter'),
      ...costs,
      ...(shape.costsPositive
        ? []
        : [
            line('financialIncome', 'Finansiella intäkter', 'Kostnader'),
            line('interestCosts', 'Räntekostnader', 'Kostnader'),
            line('pensionFinancialCosts', 'Pensionskostnader finansiell del', 'Kostnader'),
            line('totalCosts', 'Summa kostnader', 'Kostnader', sum),
          ]),
    ],
  })
}

export function balanceSheet(_: BudgetShape, figures: GeneratedFigures): Table {
  const placed = timelineOf(figures)
  const of = statementRow(figures, placed)
  const percent = (equity: Figure): RowOf['figures'] =>
    placed.map(({ world }) =>
      world === null
        ? null
        : (equity(world) ?? ZERO).div(figures.rows.get('totalAssets')?.get(world) ?? 1).times(100),
    )
  const value = (role: string, world: World): Amount => figures.rows.get(role)?.get(world) ?? ZERO
  return tableOf({
    key: 'balans',
    title: 'Balansräkning',
    kind: 'balanceSheet',
    columns: placed.map((each) => each.column),
    decimals: 0,
    rows: [
      of('intangibleAssets', 'Immateriella', { section: 'Anläggningstillgångar' }),
      of('tangibleAssets', 'Materiella', { section: 'Anläggningstillgångar' }),
      of('financialAssets', 'Finansiella', { section: 'Anläggningstillgångar' }),
      of('fixedAssets', 'Summa anläggningstillgångar', { ...sum, section: 'Anläggningstillgångar' }),
      of('inventories', 'Förråd', { section: 'Omsättningstillgångar' }),
      of('currentReceivables', 'Kortfristiga fordringar', { section: 'Omsättningstillgångar' }),
      row(placed, 'Kassa och bank', 'cashAndBank', (world) => value('closingCash', world), {
        section: 'Omsättningstillgångar',
      }),
      of('currentAssets', 'Summa omsättningstillgångar', { ...sum, section: 'Omsättningstillgångar' }),
      of('totalAssets', 'Summa tillgångar', sum),
      of('resultOfTheYear', 'Årets resultat', { section: 'Eget kapital' }),
      of('otherEquity', 'Övrigt eget kapital', { section: 'Eget kapital' }),
      of('equity', 'Summa eget kapital', { ...sum, section: 'Eget kapital' }),
      of('pensionProvisions', 'Avsättningar för pensioner', { section: 'Avsättningar' }),
      of('otherProvisions', 'Andra avsättningar', { section: 'Avsättningar' }),
      of('provisions', 'Summa avsättningar', { ...sum, section: 'Avsättningar' }),
      of('longTermLoans', 'Lån', { section: 'Skulder' }),
      of('otherLongTermLiabilities', 'Övriga långfristiga skulder', { section: 'Skulder' }),
      of('longTermLiabilities', 'Summa långfristiga skulder', { ...sum, section: 'Skulder' }),
      of('currentLiabilities', 'Kortfristiga skulder', { section: 'Skulder' }),
      of('liabilities', 'Summa skulder', { ...sum, section: 'Skulder' }),
      of('equityAndLiabilities', 'Eget kapital, avsättningar och skulder', sum),
      of('contingentPensionLiability', 'Ansvarsförbindelse', { kind: 'memo' }),
      {
        label: 'Soliditet',
        role: 'equityRatio',
        kind: 'memo',
        unit: 'percent',
        figures: percent((world) => value('equity', world)),
      },
      {
        label: 'Soliditet inklusive ansvarsförbindelsen',
        role: 'equityRatioIncludingPensionLiability',
        kind: 'memo',
        unit: 'percent',
        figures: percent((world) => value('equity', world).minus(value('contingentPensionLiability', world))),
      },
    ],
  })
}

export function cashFlow(_: BudgetShape, figures: GeneratedFigures): Table {
  const placed = timelineOf(figures)
  const of = statementRow(figures, placed)
  const lines = (section: string, roles: readonly Role[]): RowOf[] =>
    roles.map((role) => of(role, role, { section }))
  const total = (section: string, role: Role): RowOf => of(role, role, { ...sum, section })
  return tableOf({
    key: 'kassaflode',
    title: 'Kassaflöde',
    kind: 'cashFlow',
    columns: placed.map((each) => each.column),
    decimals: 0,
    rows: [
      ...lines('Löpande', ['resultOfTheYear', 'nonCashItems', 'provisionPayments']),
      total('Löpande', 'fundsBeforeWorkingCapital'),
      ...lines('Löpande', ['inventoryChange', 'currentReceivablesChange', 'currentLiabilitiesChange']),
      total('Löpande', 'operatingCashFlow'),
      ...lines('Investeringar', ['tangibleInvestments', 'tangibleSales']),
      total('Investeringar', 'investmentCashFlow'),
      ...lines('Finansiering', [
        'newLoans',
        'amortisation',
        'longTermReceivablesChange',
        'longTermLiabilitiesChange',
        'leasingChange',
        'grantsReceived',
        'otherFinancing',
      ]),
      total('Finansiering', 'financingCashFlow'),
      ...lines('Infrastruktur', ['infrastructureGrants']),
      total('Likvida medel', 'cashFlowOfTheYear'),
      ...lines('Likvida medel', ['openingCash']),
      total('Likvida medel', 'closingCash'),
    ],
  })
}

export function financingBudget(shape: BudgetShape, figures: GeneratedFigures): Table {
  const placed = timelineOf(figures)
  const turned = new Set(
    shape.financingNegative ? ['ownLiquidityFinancing', 'coFinancing', 'loanFinancing'] : [],
  )
  const of = statementRow(figures, placed, turned)
  return tableOf({
    key: 'finansieringsbudget',
    title: 'Finansieringsbudget',
    kind: 'financingBudget',
    columns: placed.map((each) => each.column),
    decimals: 0,
    rows: [
      of('investments', 'Investeringar', sum),
      of('newInvestments', 'varav nyinvesteringar', { kind: 'ofWhich' }),
      of('replacementInvestments', 'varav ersättningsinvesteringar', { kind: 'ofWhich' }),
      of('ownLiquidityFinancing', 'Egen likviditet'),
      of('coFinancing', 'Medfinansiering'),
      of('loanFinancing', 'Lån'),
    ],
  })
}
