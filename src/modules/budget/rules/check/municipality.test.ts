import { Decimal } from 'decimal.js'
import { describe, expect, test } from 'vitest'
import { checkBook } from './check.ts'
import { findingsOf } from './report.ts'
import { reprinted } from './testing/book.fixture.ts'
import { municipality } from './testing/municipality.fixture.ts'
import { toldWithRule } from './testing/told.fixture.ts'

/** The municipality's budget with some words of one file replaced by others. */
function misprinted(file: string, ...replacements: [string, string][]): ReturnType<typeof municipality> {
  return municipality((files) => {
    for (const [from, to] of replacements) {
      const text = files[file] ?? ''
      if (!text.includes(from)) throw new Error(`${file} has no ${from}`)
      files[file] = text.replace(from, to)
    }
  })
}

/** The cash of the balance sheet by a name in no vocabulary. */
const nicknamed = (files: Record<string, string>): void => {
  files['balansbudget.csv'] = (files['balansbudget.csv'] ?? '').replace('Kassa, bank', 'Slantar på hög')
}

describe('another budget, in other words, thousands of kronor and another order', () => {
  test('what agrees gives no finding', async () => {
    const { summary } = checkBook(await municipality())
    expect(summary.findings).toBe(0)
    expect(summary.checks).toBeGreaterThan(300)
  })

  test('its costs without sign, its settlement row and its spread grants are understood', async () => {
    const { checks } = checkBook(await municipality())
    const holding = (rule: string): number =>
      checks.filter((check) => check.rule === rule && check.outcome === 'holds').length
    expect(holding('unitResults.sums')).toBe(16)
    expect(holding('taxRevenue.incomeStatement')).toBe(10)
    expect(holding('text.assignmentAmount')).toBe(2)
    expect(holding('chapters.item')).toBe(15)
    expect(holding('sensitivity.linear')).toBe(12)
    expect(holding('sensitivity.incomeStatement')).toBe(3)
  })

  test('a row in words nobody knows is checked as what a person says it is', async () => {
    const cashChecks = async (answers: Record<string, string>): Promise<string[]> =>
      checkBook(await municipality(nicknamed, answers), { rules: ['cashFlow.balanceSheet'] }).checks.map(
        ({ outcome, parts }) => `${outcome} ${parts[0]?.where.rowLabel}`,
      )
    expect(await cashChecks({})).toEqual([])
    const said = await cashChecks({ 'rowRole:balansbudget:5': 'cashAndBank' })
    expect(said).toEqual(Array.from({ length: 5 }, () => 'holds Slantar på hög'))
    // Said to be something else it is held against nothing that cash is held against.
    expect(await cashChecks({ 'rowRole:balansbudget:5': 'inventories' })).toEqual([])
    expect(checkBook(await municipality(nicknamed)).summary.findings).toBe(0)
  })

  test('every figure is held against another: one that is changed is found, and nothing beside it', async () => {
    const whole = await municipality()
    const cells = whole.tables.flatMap(({ key, rows, columns }) =>
      rows.flatMap((row) =>
        row.cells.flatMap((cell, at) =>
          cell?.value ? [{ table: key, row: row.key, column: columns[at]?.key ?? '', cell }] : [],
        ),
      ),
    )
    const tried = cells.filter((_, at) => at % 5 === 0)
    const wrong = tried.flatMap(({ table, row, column, cell }) => {
      const printed = cell.value!.plus(new Decimal(10).pow(-cell.decimals).times(77)).toFixed(cell.decimals)
      const found = findingsOf(checkBook(reprinted(whole, table, row, column, printed.replace('.', ','))))
      const about = found.map(({ where, parts }) =>
        [where, ...parts.map((part) => part.where)].some((each) => each.table === table && each.row === row),
      )
      return about.length > 0 && about.every(Boolean) ? [] : [`${table}/${row}/${column}`]
    })
    expect(tried.length).toBeGreaterThan(80)
    expect(wrong).toEqual([])
  })

  test('what one misprint causes has one cause', async () => {
    const report = checkBook(await misprinted('balansbudget.csv', ['97 504,6', '97 054,6']))
    expect(report.summary.findings).toBe(5)
    expect(new Set(findingsOf(report).map(({ cause }) => cause)).size).toBe(1)
  })

  test.each<[string, string, [string, string][], string[]]>([
    [
      'two digits of a cost',
      'resultatbudget.csv',
      [['−431 998,5', '−431 989,5']],
      [
        'incomeStatement.sums | Verksamhetens kostnader | Plan 2027 | -3120600.3 / -3120591.3 = -9 | transposedDigits',
      ],
    ],
    [
      'an appropriation',
      'ramar.csv',
      [['902 700,1', '912 700,1']],
      [
        'appropriations.summary | Socialnämnden | Plan 2027 | 912700.1 / 902700.1 = 10000 | figureItself',
        'appropriations.sums | Summa nämnder | Plan 2027 | 2476751.8 / 2486751.8 = -10000 | figureItself',
        'appropriations.total | Summa ramar | Plan 2027 | 2476751.8 / 2486751.8 = -10000 | totalDiffers',
        'appropriations.unit | varav kommunbidrag | Plan 2027 | 902700.1 / 912700.1 = -10000 | figureItself',
      ],
    ],
    [
      'an adjustment in its chapter',
      'avsnitt.csv',
      [['9 500,0;14 200,0', '9 500,0;12 400,0']],
      [
        'chapters.boardSum | Ny ram | Plan 2027 | 1297300.9 / 1295500.9 = 1800 | itemsDiffer',
        'chapters.item | Barngrupper i förskolan blir mindre | Plan 2027 | 12400 / 14200 = -1800 | transposedDigits',
      ],
    ],
    [
      'an amount in an assignment',
      'uppdrag.csv',
      [['9 500 tkr', '9 900 tkr']],
      ['text.assignmentAmount | Mindre barngrupper i förskolan | – | 9900 / 9500 = 400 | assignmentAmount'],
    ],
    [
      'cash in the balance sheet',
      'balansbudget.csv',
      [['97 504,6', '97 054,6']],
      [
        'balanceSheet.sums | Summa omsättningstillgångar | Plan 2027 | 340605.5 / 340155.5 = 450 | transposedDigits',
        'bridge.currentAssets | Förändring av kortfristiga fordringar | Plan 2027 | -1600.5 / -2050.5 = 450 | transposedDigits',
        'bridge.currentAssets | Förändring av kortfristiga fordringar | Plan 2028 | 0 / 450 = -450 | transposedDigits',
        'cashFlow.balanceSheet | Utgående likvida medel | Plan 2027 | 97504.6 / 97054.6 = 450 | transposedDigits',
        'cashFlow.openingBalanceSheet | Ingående likvida medel | Plan 2028 | 97504.6 / 97054.6 = 450 | transposedDigits',
      ],
    ],
    [
      'a unit’s cost without its sign',
      'enhet-social.csv',
      [['203 280,3', '−203 280,3']],
      ['unitResults.sums | Summa kostnader | Budget 2026 | 1016401.4 / 609840.8 = 406560.6 | signSlip'],
    ],
    [
      'a change',
      'resultatbudget.csv',
      [['−5,6 %', '5,6 %']],
      ['change.column | Pensionskostnader | Förändring 25–26 % | 5.6 / -5.6 = 11.2 | change'],
    ],
    [
      'a placeholder',
      'resultatbudget.csv',
      [['18,8 %', '0,0 %']],
      ['change.placeholder | Finansiella kostnader | Förändring 25–26 % | 0 / 18.8 = -18.8 | placeholder'],
    ],
    [
      'a scenario',
      'kanslighet.csv',
      [['37 609,0', '36 709,0']],
      ['sensitivity.linear | Personalkostnader | −2 % | 36709 / 37609.016 = -900.016 | scenario'],
    ],
    [
      'what the scenarios start from',
      'kanslighet.csv',
      [['611 300,9', '612 300,9']],
      [
        'sensitivity.incomeStatement | Verksamhetens intäkter | Budget 2026 | 612300.9 / 611300.9 = 1000 | equal',
        'sensitivity.linear | Verksamhetens intäkter | +1 % | 6113 / 6123.009 = -10.009 | scenario',
        'sensitivity.linear | Verksamhetens intäkter | +2 % | 12226 / 12246.018 = -20.018 | scenario',
        'sensitivity.linear | Verksamhetens intäkter | −1 % | -6113 / -6123.009 = 10.009 | scenario',
        'sensitivity.linear | Verksamhetens intäkter | −2 % | -12226 / -12246.018 = 20.018 | scenario',
      ],
    ],
    [
      'the equity ratio',
      'balansbudget.csv',
      [['38,5 %', '35,8 %']],
      ['balanceSheet.equityRatio | Soliditet | Budget 2026 | 35.8 / 38.5 = -2.7 | equityRatio'],
    ],
    [
      'a tax step',
      'justeringar.csv',
      [['9 950,0', '9 000,0']],
      [
        'adjustments.result | Vårt resultat | Plan 2027 | 24000.6 / 23050.6 = 950 | sum',
        'tax.equalSteps | Ingen skattesänkning med 5 öre | Plan 2027 | 9000 / 9950 = -950 | taxStep',
      ],
    ],
    [
      'a statement in millions',
      'a-kassaflodesbudget.csv',
      [['109 800,2', '109,8']],
      [
        'bridge.debt | Låneskuld | Budget 2026 | 1480000.8 / 1370310.4 = 109690.4 | unitSlip',
        'cashFlow.sums | Kassaflöde från finansieringsverksamheten | Budget 2026 | 100000 / -9690.4 = 109690.4 | unitSlip',
      ],
    ],
    [
      'a board that is missing',
      'justeringar.csv',
      [['Kultur- och fritidsnämnden;Styrets förslag;grund;80 600,2;85 500,6;92 200,3\n', '']],
      [
        'adjustments.result | Vårt resultat | Budget 2026 | 28001 / -52599.2 = 80600.2 | rowCountedIn',
        'adjustments.result | Vårt resultat | Plan 2027 | 24000.6 / -61500 = 85500.6 | rowCountedIn',
        'adjustments.result | Vårt resultat | Plan 2028 | 34000.8 / -58199.5 = 92200.3 | rowCountedIn',
        'adjustments.total | Summa ramar | Budget 2026 | 2399401.7 / 2318801.5 = 80600.2 | rowCountedIn',
        'adjustments.total | Summa ramar | Plan 2027 | 2476751.8 / 2391251.2 = 85500.6 | rowCountedIn',
        'adjustments.total | Summa ramar | Plan 2028 | 2546152.1 / 2453951.8 = 92200.3 | rowCountedIn',
        'appropriations.complete | Kultur- och fritidsnämnden | – | 80600.2 | boardMissingInSummary',
      ],
    ],
  ])('%s', async (_, file, replacements, expected) => {
    expect(toldWithRule(await misprinted(file, ...replacements))).toEqual(expected)
  })
})
