import { ZERO, type Amount } from '../../amount.ts'
import { Numbers, type BoardFigures, type BudgetShape, type World } from './budget-figures.ts'

/** All exact figures of a generated budget, by role or body and world: they agree with each other to the last decimal. */
export type GeneratedFigures = {
  worlds: World[]
  /** Worlds with a balance sheet, in order of time. */
  timeline: World[]
  boards: BoardFigures[]
  companies: { name: string; result: Map<World, Amount>; income: Map<World, Amount> | null }[]
  group: Map<World, Amount>
  groupIncome: Map<World, Amount>
  /** Statements' rows, `role` → world → figure, costs negative. */
  rows: Map<string, Map<World, Amount>>
}

const regionBoards = [
  'Hälso- och sjukvårdsnämnden',
  'Trafiknämnden',
  'Regionstyrelsen',
  'Kulturnämnden',
  'Patientnämnden',
  'Fastighetsnämnden',
  'Klimatnämnden',
  'Revisorskollegiet',
]
const municipalBoards = [
  'Barn- och utbildningsnämnden',
  'Socialnämnden',
  'Kommunstyrelsen',
  'Tekniska nämnden',
  'Fritidsnämnden',
  'Miljönämnden',
  'Byggnadsnämnden',
  'Överförmyndarnämnden',
]
const companyNames = ['Bostadsbolaget AB', 'Energibolaget AB', 'Hamnbolaget AB', 'Sjukhusbolaget AB']
const partNames = ['förvaltningen', 'driftenheten', 'planeringskontoret']

export function generateFigures(shape: BudgetShape, budgetYear: number): GeneratedFigures {
  const numbers = new Numbers(shape.seed)
  const decimals = shape.exact ? 0 : 3
  const between = (least: number, most: number): Amount => numbers.between(least, most, decimals)
  const compiled = Array.from({ length: 1 + shape.planYears }, (_, at) => budgetYear + at)
  const worlds: World[] = ['outcome', 'budgetBefore', 'forecast', ...compiled]
  const timeline: World[] = ['outcome', 'forecast', ...compiled]
  const boards = boardsOf(shape, worlds, numbers, between)
  const total = (world: World): Amount =>
    boards.reduce((sum, board) => sum.plus(board.appropriation.get(world) ?? ZERO), ZERO)
  const companies = companyNames.slice(0, shape.companies).map((name) => ({
    name,
    result: new Map(worlds.map((world) => [world, between(-20, 120)])),
    income: numbers.chance(0.5) ? new Map(worlds.map((world) => [world, between(300, 900)])) : null,
  }))
  const rows = new Map<string, Map<World, Amount>>()
  const put = (role: string, world: World, value: Amount): void => {
    const row = rows.get(role) ?? new Map<World, Amount>()
    row.set(world, value)
    rows.set(role, row)
  }
  const get = (role: string, world: World): Amount => rows.get(role)?.get(world) ?? ZERO
  for (const world of worlds) incomeStatement(shape, world, Number(total(world)), between, put, get)
  openingBalance(shape, Number(total('outcome')), between, put)
  for (const [at, world] of timeline.entries())
    yearOf(world, timeline[at - 1] ?? null, Number(total(world)), numbers, between, put, get)
  const group = new Map<World, Amount>()
  const groupIncome = new Map<World, Amount>()
  for (const world of worlds) {
    const others = [
      ...boards.map((board) => board.requirement),
      ...companies.map((company) => company.result),
    ]
    group.set(
      world,
      others.reduce((left, each) => left.minus(each.get(world) ?? ZERO), get('resultOfTheYear', world)),
    )
    groupIncome.set(world, get('totalTaxRevenue', world).plus(between(0, 2000)))
  }
  return { worlds, timeline, boards, companies, group, groupIncome, rows }
}

type Between = (least: number, most: number) => Amount

function boardsOf(
  shape: BudgetShape,
  worlds: readonly World[],
  numbers: Numbers,
  between: Between,
): BoardFigures[] {
  const names = (shape.municipality ? municipalBoards : regionBoards).slice(0, shape.boards)
  return names.map((name, at): BoardFigures => {
    const level = at === 0 ? 12_000 : 300 + numbers.next() * 5000
    const count = shape.parts && numbers.chance(0.5) ? 2 + (numbers.chance(0.4) ? 1 : 0) : 0
    const partsComplete = numbers.chance(0.6)
    const parts = partNames.slice(0, count).map((part) => ({
      name: `varav ${name.split(/[- ]/u)[0]?.toLowerCase()}${part}`,
      of: new Map<World, Amount>(),
    }))
    const transport = name.startsWith('Trafik')
    const board: BoardFigures = {
      name,
      section: at < 3 ? 'Verksamhet' : 'Övrigt',
      transport,
      parts,
      partsComplete,
      appropriation: new Map(),
      otherIncome: new Map(),
      tickets: transport ? new Map() : null,
      requirement: new Map(),
    }
    for (const [when, world] of worlds.entries()) {
      const grown = level * (1 + 0.03 * when)
      let whole = ZERO
      for (const part of parts) {
        const own = between((grown / (count + 1)) * 0.8, (grown / (count + 1)) * 1.2)
        part.of.set(world, own)
        whole = whole.plus(own)
      }
      if (count === 0 || !partsComplete) whole = whole.plus(between(grown * 0.2, grown * 0.4))
      board.appropriation.set(world, whole)
      board.otherIncome.set(world, between(grown * 0.1, grown * 0.3))
      board.tickets?.set(world, between(grown * 0.3, grown * 0.5))
      board.requirement.set(world, at % 3 === 1 ? between(5, 60) : ZERO)
    }
    return board
  })
}

type Put = (role: string, world: World, value: Amount) => void
type Get = (role: string, world: World) => Amount

const costRoles = {
  region: ['personnelCosts', 'pensionCosts', 'purchasedCare', 'purchasedTransport'],
  municipality: ['personnelCosts', 'pensionCosts', 'purchasedServices', 'grantsGiven'],
}

export function costRolesOf(shape: BudgetShape): string[] {
  return [...(shape.municipality ? costRoles.municipality : costRoles.region), 'otherCosts']
}

function incomeStatement(
  shape: BudgetShape,
  world: World,
  size: number,
  between: Between,
  put: Put,
  get: Get,
): void {
  const random = (role: string, least: number, most: number): void =>
    put(role, world, between(size * least, size * most))
  random('operatingIncome', 0.22, 0.3)
  random('personnelCosts', -0.4, -0.3)
  random('pensionCosts', -0.08, -0.05)
  if (shape.municipality) {
    random('purchasedServices', -0.2, -0.15)
    random('grantsGiven', -0.05, -0.03)
  } else {
    random('purchasedCare', -0.25, -0.2)
    random('purchasedTransport', -0.12, -0.08)
  }
  random('depreciation', -0.07, -0.05)
  random('taxRevenue', 0.98, 1.02)
  random('pharmaceuticalGrant', 0.04, 0.06)
  random('otherGeneralGrants', 0.01, 0.02)
  random('incomeEqualisation', -0.03, -0.02)
  random('costEqualisation', -0.02, -0.01)
  random('regulationItem', 0.002, 0.006)
  random('financialIncome', 0.001, 0.003)
  random('interestCosts', -0.02, -0.01)
  random('pensionFinancialCosts', -0.01, -0.004)
  random('resultOfTheYear', 0.006, 0.03)
  random('gainsOnSales', -0.002, -0.0005)
  random('resultReserveChange', -0.001, -0.0005)
  const add = (...roles: string[]): Amount => roles.reduce((sum, role) => sum.plus(get(role, world)), ZERO)
  put('generalGrants', world, add('pharmaceuticalGrant', 'otherGeneralGrants'))
  put('equalisation', world, add('incomeEqualisation', 'costEqualisation', 'regulationItem'))
  put('totalTaxRevenue', world, add('taxRevenue', 'generalGrants', 'equalisation'))
  const others = add(
    'operatingIncome',
    ...costRolesOf(shape).filter((role) => role !== 'otherCosts'),
    'depreciation',
    'totalTaxRevenue',
    'financialIncome',
    'interestCosts',
    'pensionFinancialCosts',
  )
  put('otherCosts', world, get('resultOfTheYear', world).minus(others))
  put('operatingCosts', world, add(...costRolesOf(shape)))
  put('netCost', world, add('operatingIncome', 'operatingCosts', 'depreciation'))
  put('operatingResult', world, add('netCost', 'totalTaxRevenue'))
  put('resultAfterBalanceAdjustments', world, add('resultOfTheYear', 'gainsOnSales'))
  put('balanceResult', world, add('resultAfterBalanceAdjustments', 'resultReserveChange'))
  put(
    'totalCosts',
    world,
    add('operatingCosts', 'depreciation', 'financialIncome', 'interestCosts', 'pensionFinancialCosts'),
  )
}

const stocks = [
  'intangibleAssets',
  'financialAssets',
  'inventories',
  'currentReceivables',
  'pensionProvisions',
  'otherProvisions',
  'currentLiabilities',
  'contingentPensionLiability',
]

function openingBalance(_: BudgetShape, size: number, between: Between, put: Put): void {
  const before = 'opening' as unknown as World
  const of = (role: string, share: number): void =>
    put(role, before, between(size * share * 0.9, size * share * 1.1))
  of('intangibleAssets', 0.02)
  of('financialAssets', 0.06)
  of('inventories', 0.02)
  of('currentReceivables', 0.15)
  of('pensionProvisions', 0.5)
  of('otherProvisions', 0.02)
  of('currentLiabilities', 0.3)
  of('contingentPensionLiability', 0.2)
  of('longTermLoans', 0.6)
  of('otherLongTermLiabilities', 0.2)
  of('equity', 0.7)
  of('closingCash', 0.1)
}

/** One year of double entry: whatever is paid, lent, invested or written off stands in both statements. */
function yearOf(
  world: World,
  previous: World | null,
  size: number,
  numbers: Numbers,
  between: Between,
  put: Put,
  get: Get,
): void {
  const before = previous ?? ('opening' as unknown as World)
  const now = (role: string): Amount => get(role, world)
  const was = (role: string): Amount => get(role, before)
  const set = (role: string, value: Amount): void => put(role, world, value)
  const add = (...roles: string[]): Amount => roles.reduce((sum, role) => sum.plus(now(role)), ZERO)
  for (const role of stocks) set(role, was(role).plus(between(0, size * 0.004)))
  const grew = (role: string): Amount => now(role).minus(was(role))
  set('provisions', add('pensionProvisions', 'otherProvisions'))
  set('nonCashItems', now('depreciation').neg().plus(grew('pensionProvisions')).plus(grew('otherProvisions')))
  set('provisionPayments', ZERO)
  set('fundsBeforeWorkingCapital', add('resultOfTheYear', 'nonCashItems', 'provisionPayments'))
  set('inventoryChange', grew('inventories').neg())
  set('currentReceivablesChange', grew('currentReceivables').neg())
  set('currentLiabilitiesChange', grew('currentLiabilities'))
  set(
    'operatingCashFlow',
    add(
      'fundsBeforeWorkingCapital',
      'inventoryChange',
      'currentReceivablesChange',
      'currentLiabilitiesChange',
    ),
  )
  set('longTermReceivablesChange', grew('financialAssets').neg())
  set('longTermLiabilitiesChange', between(-size * 0.002, size * 0.004))
  set('leasingChange', between(-size * 0.002, 0))
  set('grantsReceived', between(size * 0.005, size * 0.02))
  set('otherFinancing', ZERO)
  set('loanFinancing', between(size * 0.03, size * 0.08))
  set('ownLiquidityFinancing', now('operatingCashFlow'))
  set('coFinancing', now('grantsReceived'))
  set('investments', add('loanFinancing', 'ownLiquidityFinancing', 'coFinancing'))
  set('newInvestments', now('investments').times('0.6'))
  set('replacementInvestments', now('investments').minus(now('newInvestments')))
  set('tangibleSales', between(0, size * 0.002))
  set('tangibleInvestments', now('investments').neg().minus(now('tangibleSales')))
  set('investmentCashFlow', now('investments').neg())
  set('infrastructureGrants', ZERO)
  const flow = between(-size * 0.004, size * 0.006)
  const otherFinancing = add(
    'longTermReceivablesChange',
    'longTermLiabilitiesChange',
    'leasingChange',
    'grantsReceived',
    'otherFinancing',
  )
  const borrowed = flow.minus(add('operatingCashFlow', 'investmentCashFlow')).minus(otherFinancing)
  const rolledOver = numbers.chance(0.5) ? between(0, size * 0.02) : ZERO
  set('newLoans', (borrowed.gt(0) ? borrowed : ZERO).plus(rolledOver))
  set('amortisation', (borrowed.lt(0) ? borrowed : ZERO).minus(rolledOver))
  set('financingCashFlow', otherFinancing.plus(now('newLoans')).plus(now('amortisation')))
  set(
    'cashFlowOfTheYear',
    add('operatingCashFlow', 'investmentCashFlow', 'financingCashFlow', 'infrastructureGrants'),
  )
  set('openingCash', was('closingCash'))
  set('closingCash', now('openingCash').plus(now('cashFlowOfTheYear')))
  set(
    'longTermLoans',
    was('longTermLoans').plus(now('newLoans')).plus(now('amortisation')).plus(now('leasingChange')),
  )
  set(
    'otherLongTermLiabilities',
    was('otherLongTermLiabilities')
      .plus(now('longTermReceivablesChange'))
      .plus(now('longTermLiabilitiesChange'))
      .plus(now('grantsReceived')),
  )
  set('otherEquity', was('equity'))
  set('equity', add('otherEquity', 'resultOfTheYear'))
  set('longTermLiabilities', add('longTermLoans', 'otherLongTermLiabilities'))
  set('liabilities', add('longTermLiabilities', 'currentLiabilities'))
  set('equityAndLiabilities', add('equity', 'provisions', 'liabilities'))
  set('totalAssets', now('equityAndLiabilities'))
  set('currentAssets', add('inventories', 'currentReceivables', 'closingCash'))
  set('fixedAssets', now('totalAssets').minus(now('currentAssets')))
  set('tangibleAssets', now('fixedAssets').minus(now('intangibleAssets')).minus(now('financialAssets')))
}
