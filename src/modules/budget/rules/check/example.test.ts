import { describe, expect, test } from 'vitest'
import { exampleBook } from '../reading/example.fixture.ts'
import { checkBook } from './check.ts'
import { findingsOf, type Check } from './report.ts'

const report = checkBook(exampleBook())
const found = findingsOf(report)

/** `rule | row | column | printed / computed = difference | explanation | source lines`. */
function told({ rule, where, printed, computed, difference, explanation, sourceLines }: Check): string {
  const row = where.sectionLabel === null ? where.rowLabel : `${where.sectionLabel}: ${where.rowLabel}`
  const figures =
    difference === null ? `${printed ?? '–'}` : `${printed ?? '–'} / ${computed} = ${difference}`
  const lines = sourceLines.map(({ line }) => line).join(' ')
  return `${rule} | ${row} | ${where.columnLabel ?? '–'} | ${figures} | ${explanation?.key.replace('check.explain.', '')} | ${lines}`
}

/**
 * What contradicts what in the printed budget, why it does, and every finding that tells of it. One finding more, or
 * less, breaks the test: a false error is as bad as one that is missed.
 */
const contradictions: readonly (readonly ['error' | 'warning', string, readonly string[]])[] = [
  [
    'error',
    'the board’s sum of additions has a stray cell in it: its adjustments come to 22,0, and 2 037,0 is the coalition’s result of 2027',
    [
      'adjustments.boardSum | Regionstyrelsen: Summa V | Tillägg 2025 | 2059 / 22 = 2037 | strayCell | 405 397 398 403',
    ],
  ],
  [
    'error',
    '10,0 stands in the appropriation of one board and in the summary of another, in all three years',
    [
      'appropriations.summary | Hälso- och sjukvårdsnämnden | Budget 2025 | 70788 / 70778 = 10 | mirrored | 3627 317',
      'appropriations.summary | Hälso- och sjukvårdsnämnden | Plan 2026 | 73633.4 / 73623.4 = 10 | mirrored | 3627 317',
      'appropriations.summary | Hälso- och sjukvårdsnämnden | Plan 2027 | 76697.6 / 76687.6 = 10 | mirrored | 3627 317',
      'appropriations.summary | Primärvårdsnämnden | Budget 2025 | 15558.4 / 15568.4 = -10 | mirrored | 3628 343',
      'appropriations.summary | Primärvårdsnämnden | Plan 2026 | 16351 / 16361 = -10 | mirrored | 3628 343',
      'appropriations.summary | Primärvårdsnämnden | Plan 2027 | 17159.9 / 17169.9 = -10 | mirrored | 3628 343',
    ],
  ],
  [
    'error',
    'an adjustment of 10,0 that begins in 2026 never came into the appropriation',
    [
      'appropriations.summary | Trafiknämnden | Plan 2026 | 16645.8 / 16655.8 = -10 | rowLeftOut | 3630 390',
      'appropriations.summary | Trafiknämnden | Plan 2027 | 17138.4 / 17148.4 = -10 | rowLeftOut | 3630 390',
    ],
  ],
  [
    'error',
    'the audit board has an appropriation and no place in the summary, so that its total is short of it, and of the 10,0 above',
    [
      'appropriations.complete | Revisorskollegiet | – | 41.5 | boardMissingInSummary | 3641',
      'appropriations.total | SUMMA ANSLAG VÄNSTERPARTIETS FÖRSLAG | Budget 2025 | 105648.8 / 105690.4 = -41.6 | totalWithout | 433 3627 3628 3629 3630 3634 3635 3639 3640 3641',
      'appropriations.total | SUMMA ANSLAG VÄNSTERPARTIETS FÖRSLAG | Plan 2026 | 110603.2 / 110635.8 = -32.6 | totalWithoutAndDiffers | 433 3627 3628 3629 3630 3634 3635 3639 3640 3641',
      'appropriations.total | SUMMA ANSLAG VÄNSTERPARTIETS FÖRSLAG | Plan 2027 | 115092.2 / 115125.8 = -33.6 | totalWithoutAndDiffers | 433 3627 3628 3629 3630 3634 3635 3639 3640 3641',
    ],
  ],
  [
    'error',
    'an adjustment of 5 stands under one board in its chapter and under another in the summary',
    [
      'chapters.boardSum | Hälso- och sjukvårdsnämnden: Summa V | Budget 2025 | 70778 / 70783 = -5 | underAnotherBoard | 317 297 770 2272 2273 2278 2279 2280 2285',
      'chapters.boardSum | Hälso- och sjukvårdsnämnden: Summa V | Plan 2026 | 73623.4 / 73628.4 = -5 | underAnotherBoard | 317 297 770 789 2272 2273 2278 2279 2280 2285',
      'chapters.boardSum | Hälso- och sjukvårdsnämnden: Summa V | Plan 2027 | 76687.6 / 76692.6 = -5 | underAnotherBoard | 317 297 770 789 2272 2273 2278 2279 2280 2285',
      'chapters.boardSum | Primärvårdsnämnden: Summa V | Budget 2025 | 15568.4 / 15563.4 = 5 | underAnotherBoard | 343 323 2338 2343 2348 2353',
      'chapters.boardSum | Primärvårdsnämnden: Summa V | Plan 2026 | 16361 / 16356 = 5 | underAnotherBoard | 343 323 2338 2343 2348 2353',
      'chapters.boardSum | Primärvårdsnämnden: Summa V | Plan 2027 | 17169.9 / 17164.9 = 5 | underAnotherBoard | 343 323 2338 2343 2348 2353',
      'chapters.complete | Hälso- och sjukvårdsnämnden: Anslag intressepolitiska organisationer sjukvård och funktionsrätt | – | 5 | underAnotherBoard | 2280 325',
    ],
  ],
  [
    'error',
    'three adjustments of culture have no plan years in their chapter and 15, 5 and 10 in the summary',
    [
      'chapters.boardSum | Kulturnämnden: Summa V | Plan 2026 | 666.8 / 636.8 = 30 | itemsDiffer | 416 407',
      'chapters.boardSum | Kulturnämnden: Summa V | Plan 2027 | 687.5 / 657.5 = 30 | itemsDiffer | 416 407',
      'chapters.item | Kulturnämnden: Uppräkning verksamhetsstöd för kulturlivet | Plan 2026 | – / 15 = -15 | blankInChapter | 3319 408',
      'chapters.item | Kulturnämnden: Uppräkning verksamhetsstöd för kulturlivet | Plan 2027 | – / 15 = -15 | blankInChapter | 3319 408',
      'chapters.item | Kulturnämnden: Ökad tillgång till kultur inom vården | Plan 2026 | – / 5 = -5 | blankInChapter | 3320 413',
      'chapters.item | Kulturnämnden: Ökad tillgång till kultur inom vården | Plan 2027 | – / 5 = -5 | blankInChapter | 3320 413',
      'chapters.item | Kulturnämnden: Ökade anslag studieförbunden | Plan 2026 | – / 10 = -10 | blankInChapter | 3321 414',
      'chapters.item | Kulturnämnden: Ökade anslag studieförbunden | Plan 2027 | – / 10 = -10 | blankInChapter | 3321 414',
    ],
  ],
  [
    'error',
    'the summary’s result is not the one of the requirements and the income statement',
    [
      'result.same | RESULTAT VÄNSTERPARTIETS FÖRSLAG | Plan 2026 | 2385 / 2384.8 = 0.2 | equal | 446 3700',
      'result.same | RESULTAT VÄNSTERPARTIETS FÖRSLAG | Plan 2027 | 2275 / 2275.7 = -0.7 | equal | 446 3700',
    ],
  ],
  [
    'error',
    'a unit is given more in appropriation than all its income, of which the appropriation is a part',
    [
      'ofWhich.part | varav anslag | Plan 2026 | 14864 / 14813 = 51 | partLargerThanWhole | 3794 3793',
      'ofWhich.part | varav anslag | Plan 2027 | 15345 / 14813 = 532 | partLargerThanWhole | 3794 3793',
    ],
  ],
  [
    'error',
    'the cash of 2023 and of 2024 ends elsewhere than the balance sheet and the next year’s beginning say',
    [
      'cashFlow.balanceSheet | Likvida medel: Likvida medel vid årets slut | Prognos 2024 | 2277 / 2513 = -236 | equal | 4045 3987',
      'cashFlow.balanceSheet | Likvida medel: Likvida medel vid årets slut | Utfall 2023 | 4741 / 4163 = 578 | equal | 4045 3987',
      'cashFlow.nextOpening | Likvida medel: Likvida medel vid årets slut | Prognos 2024 | 2277 / 2513 = -236 | closingAlone | 4045 4044',
      'cashFlow.nextOpening | Likvida medel: Likvida medel vid årets slut | Utfall 2023 | 4741 / 4163 = 578 | closingAlone | 4045 4044',
    ],
  ],
  [
    'error',
    'two assignments name another amount than the row that pays for them',
    [
      'text.assignmentAmount | Kulturnämnden: Increase support to independent culture | – | 20 / 15 = 5 | assignmentAmount | 3278 408 3319',
      'text.assignmentAmount | Regionstyrelsen: Fund emission cuts and energy efficiency | – | 40 / 30 = 10 | assignmentAmount | 1142 397 1178',
    ],
  ],
  [
    'warning',
    '5 öre are priced in three ways in the same year: 452, 430 and a third of what 15 öre bring',
    [
      'tax.equalSteps | Ingen skattesänkning med 5 öre 2026 | Plan 2026 | 430 / 440.7 = -10.7 | equalTaxSteps | 443 441 442',
      'tax.equalSteps | Ingen skattesänkning med 5 öre 2026 | Plan 2027 | 430 / 460.7 = -30.7 | equalTaxSteps | 443 441 442',
      'tax.equalSteps | Skattehöjning 5 öre 2026 | Plan 2026 | 452 / 440.7 = 11.3 | equalTaxSteps | 442 441 443',
      'tax.equalSteps | Skattehöjning 5 öre 2026 | Plan 2027 | 491 / 460.7 = 30.3 | equalTaxSteps | 442 441 443',
    ],
  ],
  [
    'warning',
    'promised money that no row carries, one of it on a condition, one whose row is another assignment’s',
    [
      'text.promisedMoney | Klimat- och regionutvecklingsnämnden: Allocate funds to key development areas | – | 5 | noRow | 3116',
      'text.promisedMoney | Kulturnämnden: Raise film funding if city matches | – | 4 | noRowConditional | 3311',
      'text.promisedMoney | Kulturnämnden: Scale up culture-and-health competence centre | – | 5 | sharedRow | 3284 413',
      'text.promisedMoney | Regionstyrelsen: Fund strategic long-term skills supply | – | 300 | noRow | 751',
      'text.promisedMoney | Regionstyrelsen: Fund sustainable work environment, healthcare first | – | 100 | noRow | 747',
      'text.promisedMoney | Regionstyrelsen: Two-year pilot on scheduled recovery time | – | 40 | noRow | 736',
    ],
  ],
  [
    'warning',
    'a board is given assignments and has no appropriation, requirement or row',
    [
      'assignments.bodyHasMoney | Akutsjukhusnämnden: Daytime consultation lines to hospital specialists | – | – | noMoneyForBody | 2325 2356 2359',
    ],
  ],
  [
    'warning',
    'co-financing is the grants received of the year before',
    [
      'bridge.coFinancing | Medfinansiering | Plan 2026 | -4540 / -5880 = 1340 | shiftedColumn | 4054 4037',
      'bridge.coFinancing | Medfinansiering | Plan 2027 | -5880 / -5588 = -292 | shiftedColumn | 4054 4037',
    ],
  ],
  [
    'warning',
    'own financing is not the cash flow from operations; in 2027 the amortisation is in between',
    [
      'bridge.ownLiquidity | Finansiering egen likviditet | Plan 2027 | -9300 / -16066 = 6766 | strayCellTaken | 4053 4022',
      'bridge.ownLiquidity | Finansiering egen likviditet | Utfall 2023 | -10918 / -14960 = 4042 | bridge | 4053 4022',
    ],
  ],
  [
    'warning',
    '3 652 is missing from the fixed assets of 2027 and too much in what is not cash',
    [
      'bridge.fixedAssets | Anläggningstillgångar: Summa anläggningstillgångar | Plan 2027 | 188828 / 192480 = -3652 | oppositeElsewhere | 3984 4030 3609',
      'bridge.nonCashItems | Den löpande verksamheten: Justering för ej likviditetspåverkande poster | Plan 2027 | 13791 / 10139 = 3652 | oppositeElsewhere | 4014 3609 3998',
    ],
  ],
  [
    'warning',
    'fixed assets do not roll forward by investments and depreciation',
    [
      'bridge.fixedAssets | Anläggningstillgångar: Summa anläggningstillgångar | Budget 2025 | 174974 / 175408 = -434 | bridge | 3984 4030 3609',
      'bridge.fixedAssets | Anläggningstillgångar: Summa anläggningstillgångar | Plan 2026 | 186473 / 186015 = 458 | bridge | 3984 4030 3609',
      'bridge.fixedAssets | Anläggningstillgångar: Summa anläggningstillgångar | Prognos 2024 | 161902 / 162137 = -235 | bridge | 3984 4030 3609',
    ],
  ],
  [
    'warning',
    'what is not cash is not depreciation and the growth of provisions',
    [
      'bridge.nonCashItems | Den löpande verksamheten: Justering för ej likviditetspåverkande poster | Budget 2025 | 10540 / 10265 = 275 | bridge | 4014 3609 3998',
      'bridge.nonCashItems | Den löpande verksamheten: Justering för ej likviditetspåverkande poster | Plan 2026 | 8033 / 8739 = -706 | bridge | 4014 3609 3998',
    ],
  ],
  [
    'warning',
    'loans and leasing do not roll forward by what is borrowed and paid back',
    [
      'bridge.debt | Skulder: Långfristiga skulder lån och leasing | Budget 2025 | 38486 / 37035 = 1451 | bridge | 4000 4032 4033 4036',
      'bridge.debt | Skulder: Långfristiga skulder lån och leasing | Plan 2026 | 43346 / 43088 = 258 | bridge | 4000 4032 4033 4036',
      'bridge.debt | Skulder: Långfristiga skulder lån och leasing | Prognos 2024 | 33701 / 33492 = 209 | bridge | 4000 4032 4033 4036',
    ],
  ],
  [
    'warning',
    'a change of 0 is printed where the two columns differ',
    [
      'change.placeholder | Budget 2024 (previous budget) | Ändring B25/B24 | 0 / 5.3 = -5.3 | placeholder | 3592',
      'change.placeholder | Differens (mot Budget 2024) | Ändring B25/B24 | 0 | placeholderFromBlank | 3593',
      'change.placeholder | Förändring från föregående år, mkr | Ändring B25/B24 | 0 / -18 = 18 | placeholder | 3590',
      'change.placeholder | Förändring från föregående år, procent | Ändring B25/B24 | 0 / -1.5 = 1.5 | placeholder | 3591',
      'change.placeholder | Årets resultat | Ändring Bu25/Bu24 | 0 / 4240 = -4240 | placeholder | 3622',
    ],
  ],
  [
    'warning',
    'the earlier budget is the tax row in its own column and the grand sum in the others',
    [
      'taxRevenue.previousBudgetColumn | Budget 2024 (previous budget) | Budget 2024 | 99477 / 103332 = -3855 | anotherRow | 3592 3588',
    ],
  ],
]

describe('the printed budget of the example', () => {
  const expected = contradictions.flatMap(([severity, , lines]) => lines.map((each) => `${severity} ${each}`))
  const all = found.map((check) => `${check.severity} ${told(check)}`)

  test.each(contradictions)('%s: %s', (severity, _, lines) => {
    const wanted = lines.map((each) => `${severity} ${each}`)
    expect(all.filter((each) => wanted.includes(each)).sort()).toEqual(wanted.toSorted())
  })

  test('nothing else is found in it', () => {
    expect(all.filter((each) => !expected.includes(each))).toEqual([])
    expect(found).toHaveLength(expected.length)
  })

  test('errors stand first', () => {
    const errors = found.filter(({ severity }) => severity === 'error')
    expect(found.slice(0, errors.length)).toEqual(errors)
  })

  test('a person reads one thing for what has one cause', () => {
    const causes = Map.groupBy(found, ({ cause }) => cause)
    const together = [...causes.values()]
      .map((group) => group.map(({ rule }) => rule))
      .filter(({ length }) => length > 2)
    expect(together.map((rules) => `${rules.length} ${[...new Set(rules)].sort().join(' ')}`).sort()).toEqual(
      [
        '4 appropriations.complete appropriations.total',
        '4 change.placeholder',
        '4 tax.equalSteps',
        '6 appropriations.summary',
        '7 chapters.boardSum chapters.complete',
        '8 chapters.boardSum chapters.item',
      ],
    )
    expect(causes.size).toBe(36)
  })

  test('two rows of the one 3 652 have one cause', () => {
    const both = found.filter(({ difference }) => difference?.abs().equals(3652))
    expect(both).toHaveLength(2)
    expect(new Set(both.map(({ cause }) => cause)).size).toBe(1)
  })
})

const outcomesOf = (rule: string, row: string): string[] =>
  report.checks
    .filter((check) => check.rule === rule && check.where.rowLabel === row)
    .map(({ outcome }) => outcome)

describe('what is no error', () => {
  test.each<[string, string, string, string]>([
    [
      'a company printed as a line is part of its board',
      'resultRequirements.sums',
      'Kollektivtrafik totalt',
      'holds',
    ],
    ['the board is made up with it', 'ofWhich.sum', 'Trafiknämnden', 'holds rounding'],
    [
      'costs of the sensitivity analysis include financial items',
      'sensitivity.sums',
      'Summa kostnader',
      'holds rounding',
    ],
    ['a flow of −0', 'cashFlow.closing', 'Likvida medel vid årets slut', 'holds'],
    ['the result of the year', 'incomeStatement.sums', 'Årets resultat', 'holds rounding'],
    ['−5,4 % of 201 to 190', 'change.column', 'Finansiella intäkter', 'rounding'],
    [
      'the equity ratio with pensions',
      'balanceSheet.equityRatio',
      'Soliditet inklusive ansvarsförbindelsen',
      'holds',
    ],
    ['208,4 and 208,5', 'result.same', 'RESULTAT VÄNSTERPARTIETS FÖRSLAG', 'rounding finding'],
    ['649,4 and 649,3', 'appropriations.summary', 'Kulturnämnden', 'rounding'],
  ])('%s', (_, rule, row, expected) => {
    const outcomes = outcomesOf(rule, row)
    expect(outcomes.length).toBeGreaterThan(0)
    expect(new Set(outcomes)).toEqual(new Set(expected.split(' ')))
  })

  test.each([
    'Skadekonto',
    'Film Stockholm AB',
    'Landstingshuset i Stockholm AB',
    'Färdtjänstverksamhet',
    'Trafiknämnden inkl FUT',
    'Revisorskontoret',
    'Regionledningskontoret',
  ])('%s is held against its requirement though it is written otherwise there', (unit) => {
    const checks = report.checks.filter(
      ({ rule, where }) => rule === 'unitResults.requirement' && where.tableLabel.endsWith(`: ${unit}`),
    )
    expect(checks.length).toBeGreaterThanOrEqual(4)
    expect(checks.every(({ outcome }) => outcome !== 'finding')).toBe(true)
  })

  test('assignments whose amount a row carries', () => {
    const holding = report.checks.filter(
      ({ rule, outcome }) => rule === 'text.assignmentAmount' && outcome === 'holds',
    )
    expect(holding.map(({ where }) => where.row).sort()).toEqual(['A05-03', 'A08-02', 'A08-05'])
  })
})
