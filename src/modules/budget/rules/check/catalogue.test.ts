import { describe, expect, test } from 'vitest'
import type { Book } from '../book.ts'
import { exampleBook } from '../reading/example.fixture.ts'
import { catalogue } from './catalogue.ts'
import { checkBook } from './check.ts'
import { findingsOf, type Check } from './report.ts'
import { assignment, book, line, memo, reprinted, section, sum, table } from './testing/book.fixture.ts'
import { lesserBook as lesser } from './testing/lesser.fixture.ts'
import { municipality } from './testing/municipality.fixture.ts'

/** Three budgets: a municipality's in thousands, the example's, and what neither of the two prints. */
const municipal = await municipality()
const region = exampleBook()

/** `printed / computed = difference | explanation | source lines`. */
function told({ printed, computed, difference, explanation, sourceLines }: Check): string {
  const figures =
    difference === null ? `${printed ?? '–'}` : `${printed ?? '–'} / ${computed} = ${difference}`
  const lines = sourceLines.map((each) => each.line).join(' ')
  return `${figures} | ${explanation?.key.replace('check.explain.', '')} | ${lines}`
}

/** One figure of a budget printed otherwise, by the id of the check it is wrong in: what is printed, and what is said. */
const misprints: readonly (readonly [of: Book, Record<string, string>])[] = [
  [
    municipal,
    {
      'adjustments.boardSum/justeringar/barn-och-utbildningsnamnden/ny-ram/plan-2027':
        '1297302,3: 1297302.3 / 1297300.9 = 1.4 | sum | 9 6 7 8',
      'adjustments.total/justeringar/summa-ramar/plan-2027':
        '2476753,3: 2476753.3 / 2476751.8 = 1.5 | sum | 14 5 9 12 13',
      'adjustments.result/justeringar/vart-resultat/plan-2027':
        '24002,7: 24002.7 / 24000.6 = 2.1 | sum | 18 15 16 17 14 2 6 10 13',
      'tax.equalSteps/justeringar/ingen-skattesankning-med-5-ore/plan-2027':
        '9951,0: 9951 / 9950 = 1 | taxStep | 17 16',
      'chapters.item/avsnitt-3/barn-och-utbildningsnamnden/laromedel-till-alla/plan-2027':
        '3301,0: 3301 / 3300 = 1 | equal | 5 8',
      'chapters.boardSum/justeringar/barn-och-utbildningsnamnden/ny-ram/plan-2027':
        '1297302,3: 1297302.3 / 1297300.9 = 1.4 | sum | 9 6 4 5',
      'appropriations.summary/namndernas-ramar/socialnamnden/budget-2026':
        '876301,7: 876301.7 / 876300.7 = 1 | equal | 4 12',
      'appropriations.total/justeringar/summa-ramar/plan-2027':
        '2476753,3: 2476753.3 / 2476751.8 = 1.5 | sum | 14 2 3 4 5',
      'appropriations.sums/namndernas-ramar/summa-namnder/plan-2027':
        '2476753,3: 2476753.3 / 2476751.8 = 1.5 | sum | 6 2 3 4 5',
      'appropriations.unit/resultat-per-namnd-socialnamnden/varav-kommunbidrag/budget-2025':
        '846201,2: 846201.2 / 846200.2 = 1 | equal | 3 4',
      'unitResults.sums/resultat-per-namnd-socialnamnden/summa-kostnader/budget-2025':
        '989601,8: 989601.8 / 989600.4 = 1.4 | figureItself | 7 4 5 6',
      'ofWhich.part/resultat-per-namnd-socialnamnden/varav-kommunbidrag/budget-2025':
        '989601,4: 989601.4 / 989600.4 = 1 | partLargerThanWhole | 3 2',
      'incomeStatement.sums/resultatbudget/summa-skatter-och-statsbidrag/budget-2026':
        '2596101,7: 2596101.7 / 2596100.5 = 1.2 | figureItself | 12 10 11',
      'result.same/justeringar/vart-resultat/budget-2026': '28002,0: 28002 / 28001 = 1 | equal | 18 16',
      'taxRevenue.sums/skatteintakter-och-generella-statsbidrag/summa-skatter-och-statsbidrag/budget-2026':
        '2596102,5: 2596102.5 / 2596100.5 = 2 | sum | 9 2 3 4 5 6 7 8',
      'taxRevenue.incomeStatement/skatteintakter-och-generella-statsbidrag/summa-skatter-och-statsbidrag/outcome-2024':
        '2442202,2: 2442202.2 / 2442201.2 = 1 | equal | 9 12',
      'change.column/resultatbudget/nettokostnad/change-2025-2026': '4,6: 4.6 / 3.7 = 0.9 | change | 9',
      'sensitivity.linear/kanslighetsanalys/personalkostnader/scenario-plus-1':
        '-18803,6: -18803.6 / -18804.508 = 0.908 | scenario | 3',
      'sensitivity.incomeStatement/kanslighetsanalys/personalkostnader/budget-2026':
        '-1880449,8: -1880449.8 / -1880450.8 = 1 | equal | 3 3',
      'balanceSheet.sums/balansbudget/summa-eget-kapital/outcome-2024':
        '1357601,7: 1357601.7 / 1357600.5 = 1.2 | figureItself | 11 9 10',
      'balanceSheet.balances/balansbudget/summa-tillgangar/budget-2026':
        '3713205,5: 3713205.5 / 3713204.5 = 1 | equal | 8 16',
      'balanceSheet.equityRollForward/balansbudget/summa-eget-kapital/plan-2027':
        '1454804,8: 1454804.8 / 1454803.6 = 1.2 | sum | 11 10',
      'balanceSheet.equityRatio/balansbudget/soliditet/budget-2026':
        '39,4: 39.4 / 38.5 = 0.9 | equityRatio | 17 11 8',
      'cashFlow.sums/kassaflodesbudget/kassaflode-fran-investeringsverksamheten/budget-2026':
        '-270199,1: -270199.1 / -270200.3 = 1.2 | figureItself | 11 9 10',
      'cashFlow.closing/kassaflodesbudget/utgaende-likvida-medel/budget-2026':
        '97204,7: 97204.7 / 97203.5 = 1.2 | sum | 16 2 15',
      'cashFlow.nextOpening/kassaflodesbudget/utgaende-likvida-medel/budget-2026':
        '97204,5: 97204.5 / 97203.5 = 1 | closingAlone | 16 2',
      'cashFlow.balanceSheet/kassaflodesbudget/utgaende-likvida-medel/budget-2026':
        '97204,5: 97204.5 / 97203.5 = 1 | equal | 16 6',
      'cashFlow.openingBalanceSheet/kassaflodesbudget/ingaende-likvida-medel/plan-2027':
        '97204,5: 97204.5 / 97203.5 = 1 | equal | 2 6',
      'bridge.nonCashItems/kassaflodesbudget/ej-likviditetspaverkande-poster/plan-2027':
        '133702,6: 133702.6 / 133701.2 = 1.4 | bridge | 4 8 12',
      'bridge.fixedAssets/balansbudget/summa-anlaggningstillgangar/plan-2027':
        '3523301,6: 3523301.6 / 3523300.2 = 1.4 | bridge | 4 11 8',
      'bridge.debt/balansbudget/laneskuld/plan-2027':
        '1598002,2: 1598002.2 / 1598000.8 = 1.4 | bridge | 13 12 13',
      'bridge.currentLiabilities/kassaflodesbudget/forandring-av-kortfristiga-skulder/plan-2027':
        '6201,4: 6201.4 / 6200.2 = 1.2 | bridge | 7 14',
      'bridge.currentAssets/kassaflodesbudget/forandring-av-kortfristiga-fordringar/plan-2027':
        '-1599,0: -1599 / -1600.5 = 1.5 | bridge | 6 7 6',
    },
  ],
  [
    lesser,
    {
      'tax.base/adjustmentSummary/Skattehöjning 10 öre/Plan 2026': '23,2: 23.2 / 20.5 = 2.7 | taxBase | 4 1',
      'ofWhich.sum/financingBudget/Investeringar/Plan 2026': '322: 322 / 310 = 12 | sum | 1 2 3',
      'statement.repeated/appendix/Skatteintäkter/Plan 2026': '4110: 4110 / 4100 = 10 | equal | 2 4',
      'financingBudget.sums/financingBudget/Summa finansiering/Plan 2026':
        '322: 322 / 310 = 12 | sum | 6 4 5',
      'financingBudget.balances/financingBudget/Investeringar/Plan 2026': '322: 322 / 310 = 12 | sum | 1 4 5',
      'table.sums/other/Summa resor/Plan 2026': '56: 56 / 44 = 12 | sum | 3 1 2',
    },
  ],
  [
    region,
    {
      'adjustments.repeatedColumn/adjustments/trafiknamnden/egen-regi-bygg-upp-formaga-pa-trafikforvaltningen-ytterligare-utover-beslutade-15-mkr-i-budget-2025/addition-2025':
        '6,0: 6 / 5 = 1 | equal | 354',
      'appropriations.costPart/resultat-per-enhet-regionledningskontoret/varav-politiska-organisationen/plan-2026':
        '-201: -201 / -210.2 = 9.2 | transposedDigits | 3729 3637',
      'resultRequirements.sums/resultatkrav/kultur/kultur-totalt/forecast-2024':
        '1,2: 1.2 / 0 = 1.2 | figureItself | 3680 3678 3679',
      'unitResults.requirement/resultat-per-enhet-landstingsfastigheter-stockholm/resultat/plan-2026':
        '546: 546 / 537 = 9 | equal | 3849 3687',
      'taxRevenue.previousBudget/skatteintakter/differens-mot-budget-2024/plan-2026':
        '3224: 3224 / 3212 = 12 | sum | 3593 3588 3592',
      'taxRevenue.previousBudgetColumn/skatteintakter/varav-budget-2024-utjamning/budget-2024':
        '-4029: -4029 / -4039 = 10 | equal | 3594 3584',
      'change.previousYear/skatteintakter/forandring-fran-foregaende-ar-procent/budget-2024':
        '7,4: 7.4 / 6.5 = 0.9 | change | 3591 3588',
      'sensitivity.sums/kanslighetsanalys/kostnader/summa-kostnader/scenario-plus-1':
        '-1357: -1357 / -1379 = 22 | sum | 3974 3965 3966 3967 3968 3969 3970 3971 3972 3973',
      'sensitivity.ticketRevenue/kanslighetsanalys/intakter/varav-biljettintakter/budget-2025':
        '9353: 9353 / 9343 = 10 | equal | 3962 3952',
      'bridge.financialAssets/kassaflode/finansieringsverksamheten/okning-minskning-langfristiga-fordringar/plan-2026':
        '12: 12 / 0 = 12 | bridge | 4034 3983',
      'bridge.investments/finansieringsbudget/investeringar/budget-2025':
        '21583: 21583 / 21573 = 10 | bridge | 4050 4030',
      'bridge.ownLiquidity/finansieringsbudget/finansiering-egen-likviditet/budget-2025':
        '-10527: -10527 / -10537 = 10 | bridge | 4053 4022',
    },
  ],
]
const misprinted = misprints.flatMap(([of, cases]) =>
  Object.entries(cases).map(([id, said]) => ({ id, of, said })),
)

describe('one figure printed otherwise', () => {
  test.each(misprinted)('$id', ({ id, of, said }) => {
    const [rule = '', tableKey = '', ...place] = id.split('/')
    const [row, column] = [place.slice(0, -1).join('/'), place.at(-1) ?? '']
    const [printed = '', found] = said.split(': ')
    const at = (each: Book): Check[] =>
      checkBook(each, { rules: [rule] }).checks.filter(
        (check) => check.id === id || check.id.startsWith(`${id}/`),
      )
    expect(at(of).map(({ outcome }) => outcome === 'finding')).toEqual([false])
    expect(at(reprinted(of, tableKey, row, column, printed)).map(told)).toEqual([found])
  })
})

const years = 'Budget 2025 | Plan 2026 | Plan 2027 | Plan 2028'
const without = (file: string, line_: string): Promise<Book> =>
  municipality((files) => {
    files[file] = (files[file] ?? '').replace(`${line_}\n`, '')
  })
const results = (...printed: string[]): Book =>
  book([table('incomeStatement', years, [sum('Årets resultat', 'resultOfTheYear', ...printed)])])
const inquiry = (final: string): Book =>
  book([
    table('other', years, [
      line('Årets resultat', 'resultOfTheYear', '60', '70', '70', '70'),
      line('Realisationsvinster', 'gainsOnSales', '-10', '-10', '0', '-5'),
      sum('Balanskravsresultat', 'balanceResult', final, '60', '70', '65'),
    ]),
  ])
const coFinanced = (first: string): Book =>
  book([
    table('cashFlow', years, [line('Erhållna bidrag', 'grantsReceived', '40', '50', '60', '70')]),
    table('financingBudget', years, [line('Medfinansiering', 'coFinancing', first, '-50', '-60', '-70')]),
  ])
const adjusted = (label: string, words: { assigned?: [string, string, string]; text?: string }): Book =>
  book(
    [
      table('adjustmentSummary', 'Budget 2025 | Plan 2026', [
        section(
          'Kulturnämnden',
          line('Bas', 'baseProposal', '600', '610'),
          line(label, 'adjustment', '15', '15'),
          sum('Summa', 'adjustedSum', '615', '625'),
        ),
      ]),
    ],
    {
      assignments: words.assigned ? [assignment('A1', ...words.assigned)] : [],
      texts: words.text
        ? [{ key: 't', chapter: null, publicBoard: null, text: words.text, sourceLine: 7 }]
        : [],
    },
  )
const rows = (...printed: (readonly string[])[]): Book =>
  book([
    table(
      'other',
      years,
      printed.map(([label = '', ...figures]) => line(label, null, ...figures)),
    ),
  ])
const cash = (...printed: string[]): Book =>
  book([
    table('balanceSheet', years, [
      line('Kassa', 'cashAndBank', ...printed),
      line('Fordringar', 'currentReceivables', '5', '6', '7', '8'),
    ]),
  ])
const staff = (...printed: string[]): Book =>
  book([
    table('incomeStatement', years, [
      line('Personal', 'personnelCosts', ...printed),
      line('Bidrag', 'grantsGiven', '-5', '-6', '-7', '-8'),
    ]),
  ])
const budgets = (headings: string): Book =>
  book([table('incomeStatement', headings, [memo('Årets resultat', 'resultOfTheYear', '1', '2')])])

/** A budget in which the rule has nothing to say, one in which it has, and what it says. */
const others: readonly (readonly [rule: string, sound: Book, faulty: Book, found: string])[] = [
  [
    'chapters.complete',
    municipal,
    await without('avsnitt.csv', '4;Socialnämnden;Undersköterskor i hemtjänsten;7 400,0;7 400,0;8 100,0'),
    '7400 | notInChapter | 11',
  ],
  [
    'appropriations.complete',
    municipal,
    await without(
      'justeringar.csv',
      'Kultur- och fritidsnämnden;Styrets förslag;grund;80 600,2;85 500,6;92 200,3',
    ),
    '80600.2 | boardMissingInSummary | 5',
  ],
  [
    'change.placeholder',
    municipal,
    reprinted(municipal, 'resultatbudget', 'finansiella-kostnader', 'change-2025-2026', '0,0 %'),
    '0 / 18.8 = -18.8 | placeholder | 15',
  ],
  ['bridge.coFinancing', coFinanced('-40'), coFinanced('-45'), '-45 / -40 = -5 | bridge | 1 1'],
  [
    'law.incomeCoversCosts',
    results('1', '0', '2', '3'),
    results('1', '-4', '2', '3'),
    '-4 | negativeResult | 1',
  ],
  [
    'law.deficitRestored',
    results('-50', '20', '20', '20'),
    results('-100', '20', '20', '20'),
    '-100 | deficitNotRestored | 1',
  ],
  ['law.balanceInquiry', inquiry('50'), inquiry('60'), '60 / 50 = 10 | sum | 3 1 2'],
  [
    'assignments.bodyHasMoney',
    adjusted('Bibliotek', { assigned: ['Kulturnämnden', 'Öppna fler', ''] }),
    adjusted('Bibliotek', { assigned: ['Idrottsnämnden', 'Bygg en hall', ''] }),
    '– | noMoneyForBody | 100',
  ],
  [
    'text.assignmentAmount',
    adjusted('Stöd till biblioteken', { assigned: ['Kulturnämnden', 'Fler bibliotek', '15 mnkr'] }),
    adjusted('Stöd till biblioteken', {
      assigned: ['Kulturnämnden', 'Fler bibliotek', '15 mnkr (2025); 20 mnkr (2026)'],
    }),
    '20 / 15 = 5 | assignmentAmount | 100 2',
  ],
  [
    'text.promisedMoney',
    adjusted('Stöd till biblioteken', { assigned: ['Kulturnämnden', 'Fler bibliotek', '15 mnkr'] }),
    adjusted('Stöd till biblioteken', { assigned: ['Kulturnämnden', 'En teater', '15 mnkr'] }),
    '15 | noRow | 100',
  ],
  [
    'text.passageAmount',
    adjusted('Gratis simskola på sommaren', { text: 'Vi gör simskolan gratis på sommaren för 15 mnkr.' }),
    adjusted('Gratis simskola på sommaren', { text: 'Vi gör simskolan gratis på sommaren för 51 mnkr.' }),
    '51 / 15 = 36 | passageAmount | 7 2',
  ],
  [
    'plausibility.duplicateRow',
    rows(['Bil', '1', '2', '3', '4'], ['Bil', '1', '2', '3', '5']),
    rows(['Bil', '1', '2', '3', '4'], ['Bil', '1', '2', '3', '4']),
    '1 | duplicateRow | 2 1',
  ],
  [
    'plausibility.columnsAlike',
    rows(...['A', 'B', 'C', 'D', 'E'].map((label, at) => [label, `${at}1`, `${at}2`, `${at}3`, `${at}4`])),
    rows(...['A', 'B', 'C', 'D', 'E'].map((label, at) => [label, `${at}1`, `${at}2`, `${at}3`, `${at}3`])),
    '– | columnsAlike | 1 2 3 4 5',
  ],
  [
    'plausibility.missingYear',
    budgets('Budget 2025 | Plan 2026 | Plan 2027'),
    budgets('Budget 2025 | Plan 2027'),
    '– | missingYear | ',
  ],
  ['plausibility.negative', cash('1', '2', '3', '4'), cash('1', '2', '-3', '4'), '-3 | negative | 1'],
  [
    'plausibility.costSign',
    staff('-41', '-42', '-43', '-44'),
    staff('-41', '-42', '43', '-44'),
    '43 | costSign | 1',
  ],
  [
    'plausibility.thousandFactor',
    rows(['Bil', '410', '420', '430', '440']),
    rows(['Bil', '410', '420', '430 000', '440']),
    '430000 | thousandFactor | 1',
  ],
  [
    'plausibility.tooLarge',
    rows(['Bil', '1', '2', '3', '4']),
    rows(['Bil', '1', '2', '999 999 999 999 999', '4']),
    '999999999999999 | tooLarge | 1',
  ],
]

describe('something missing, doubled, unlikely or said otherwise', () => {
  test.each(others)('%s', (rule, sound, faulty, found) => {
    expect(findingsOf(checkBook(sound, { rules: [rule] })).map(told)).toEqual([])
    expect(findingsOf(checkBook(faulty, { rules: [rule] })).map(told)).toEqual([found])
  })
})

test('every rule of the catalogue is among them', () => {
  const tried = new Set([...misprinted.map(({ id }) => id.split('/')[0]), ...others.map(([rule]) => rule)])
  expect(catalogue.map(({ id }) => id).filter((id) => !tried.has(id))).toEqual([])
})
