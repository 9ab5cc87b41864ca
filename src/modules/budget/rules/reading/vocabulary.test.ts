import { describe, expect, test } from 'vitest'
import type { TableKind } from '../book.ts'
import { rolesOfLabel } from './role-recognition.ts'
import { rowKindByWords, withoutRowWords } from './row-words.ts'
import { tableKindOfTitle, tableKindsOf } from './table-kind.ts'
import { balanceSheet } from './vocabulary/balance-sheet.ts'
import { cashFlow } from './vocabulary/cash-flow.ts'
import { incomeStatement } from './vocabulary/income-statement.ts'
import { financingBudget, sensitivityAnalysis, unitResult } from './vocabulary/other-tables.ts'
import { taxRevenue } from './vocabulary/tax-revenue.ts'

const vocabularies = {
  incomeStatement,
  taxRevenue,
  balanceSheet,
  cashFlow,
  financingBudget,
  unitResult,
  sensitivityAnalysis,
}

describe('vocabulary', () => {
  test.each(Object.entries(vocabularies))('%s: every phrase leads to its own role', (kind, vocabulary) => {
    const wrong = Object.entries(vocabulary).flatMap(([role, phrases]) =>
      phrases.flatMap((phrase) => {
        const found = rolesOfLabel(phrase, kind as TableKind)[0]
        return found?.role === role && found.confidence === 1
          ? []
          : [`${phrase}: ${found?.role} instead of ${role}`]
      }),
    )
    expect(wrong).toEqual([])
  })

  test.each<[TableKind, string, string]>([
    ['incomeStatement', 'VERKSAMHETENS INTÄKTER', 'operatingIncome'],
    ['incomeStatement', 'Summa verksamhetens intäkter', 'operatingIncome'],
    ['incomeStatement', 'Personalkostnader inkl. inhyrd personal', 'personnelCosts'],
    ['incomeStatement', 'Avskrivningarna', 'depreciation'],
    ['incomeStatement', 'Av- och nedskrivningar', 'depreciation'],
    ['incomeStatement', 'Verksamhetens nettokostnad', 'netCost'],
    ['incomeStatement', 'Generellt statsbidrag', 'generalGrants'],
    ['incomeStatement', 'Finansnetto', 'financialItems'],
    ['incomeStatement', 'Resultat före extraordinära poster', 'resultAfterFinancialItems'],
    ['incomeStatement', 'ÅRETS RESULTAT', 'resultOfTheYear'],
    ['incomeStatement', 'Avgår: samtliga realisationsvinster', 'gainsOnSales'],
    ['incomeStatement', 'Balanskravsresultat', 'balanceResult'],
    ['incomeStatement', 'Räntekostnader m.m.', 'interestCosts'],
    ['taxRevenue', 'varav regleringsavgift', 'regulationItem'],
    ['taxRevenue', 'Differens (mot Budget 2024)', 'differenceFromPreviousBudget'],
    ['taxRevenue', 'Inkomstutjämningsbidraget', 'incomeEqualisation'],
    ['taxRevenue', 'Preliminär slutavräkning', 'finalSettlement'],
    ['balanceSheet', 'S:a omsättningstillgångar', 'currentAssets'],
    ['balanceSheet', 'Ansvarsförbindelseför pensioner', 'contingentPensionLiability'],
    ['balanceSheet', 'Soliditet inkl. ansvarsförbindelse', 'equityRatioIncludingPensionLiability'],
    ['balanceSheet', 'Summa eget kapital, avsättningar och skulder', 'equityAndLiabilities'],
    ['balanceSheet', 'Kassa & bank', 'cashAndBank'],
    ['cashFlow', 'Ökning (-) / minskning (+) av kortfristiga fordringar', 'currentReceivablesChange'],
    ['cashFlow', 'Likvida medel vid årets slut', 'closingCash'],
    [
      'cashFlow',
      'Ökning (+) resp minskning (-) av kortfristiga skulder (exkl leasing- och lånefinansiering)',
      'currentLiabilitiesChange',
    ],
    ['cashFlow', 'Amortering av lån', 'amortisation'],
    ['financingBudget', 'varav ersättningsinvesteringar', 'replacementInvestments'],
    ['financingBudget', 'Finansiering med egna medel', 'ownLiquidityFinancing'],
    ['unitResult', 'varav kommunbidrag', 'appropriationIncome'],
    ['unitResult', 'Resultat exkl. pensionseffekt', 'unitResultExcludingPension'],
    ['unitResult', 'Summa kostnader', 'unitCosts'],
    ['sensitivityAnalysis', 'Köp hälso- och sjukvård', 'purchasedCare'],
  ])('%s: %s is %s', (kind, label, role) => {
    const [found] = rolesOfLabel(label, kind)
    expect(found?.role).toBe(role)
    expect(found?.confidence).toBeGreaterThanOrEqual(0.6)
  })

  test.each<[TableKind, string]>([
    ['incomeStatement', 'Kulturnämnden'],
    ['incomeStatement', ''],
    ['balanceSheet', 'Antal vårdplatser'],
    ['cashFlow', 'Kommentar'],
    ['other', 'Verksamhetens intäkter'],
  ])('%s: %j means nothing known', (kind, label) => {
    expect((rolesOfLabel(label, kind)[0]?.confidence ?? 0) < 0.6).toBe(true)
  })
})

describe('row words', () => {
  test.each([
    ['varav anslag', 'ofWhich'],
    ['- varav anslag', 'ofWhich'],
    ['– därav personal', 'ofWhich'],
    ['Varav: lokaler', 'ofWhich'],
    ['Summa kostnader', 'sum'],
    ['S:a kostnader', 'sum'],
    ['TOTALT', 'sum'],
    ['Hälso- och sjukvård totalt', 'sum'],
    ['Delsumma', 'sum'],
    ['Förändring från föregående år, procent', 'memo'],
    ['Budget 2024 (previous budget)', 'memo'],
    ['Soliditet i %', 'memo'],
    ['Varavägen', null],
    ['Summering av mål', null],
    ['Uppräkning med 9 procent utan krav', null],
    ['Kostnader', null],
  ])('%j is %s', (label, kind) => {
    expect(rowKindByWords(label)).toBe(kind)
  })

  test.each([
    ['varav anslag', 'anslag'],
    ['Summa kostnader', 'kostnader'],
    ['Kultur totalt', 'Kultur'],
    ['Totalt', 'Totalt'],
  ])('%j without them is %j', (label, bare) => {
    expect(withoutRowWords(label)).toBe(bare)
  })
})

describe('table kinds', () => {
  test.each([
    ['Resultaträkning', 'incomeStatement'],
    ['RESULTATBUDGET 2026', 'incomeStatement'],
    ['resultatrakning', 'incomeStatement'],
    ['Resultat per enhet', 'unitResult'],
    ['Resultatkrav per nämnd', 'resultRequirements'],
    ['Balansbudget', 'balanceSheet'],
    ['Kassaflödesanalys', 'cashFlow'],
    ['Finansieringsbudget', 'financingBudget'],
    ['Skatteintäkter, generella statsbidrag och utjämning', 'taxRevenue'],
    ['Nämndernas ramar', 'appropriations'],
    ['Driftbudget', 'appropriations'],
    ['Känslighetsanalys', 'sensitivityAnalysis'],
    ['Sammanställning av förslag', 'adjustmentSummary'],
    ['Blad1', null],
  ])('%s is %s', (title, kind) => {
    expect(tableKindOfTitle(title)).toBe(kind)
  })

  test('rows tell the kind where the title says another: a cash flow under the name of a financing budget', () => {
    const labels = [
      'Årets resultat',
      'Kassaflöde från den löpande verksamheten',
      'Nettoinvesteringar',
      'Upptagna lån',
      'Amortering',
      'Årets kassaflöde',
      'Likvida medel vid årets början',
      'Likvida medel vid årets slut',
    ]
    const rows = labels.map((label) => ({ label, section: null }))
    const [best] = tableKindsOf({ title: 'Finansieringsbudget', chapter: null, rows, columns: [] })
    expect(best?.kind).toBe('cashFlow')
  })

  test('a title and rows that know nothing of money give no kind', () => {
    expect(
      tableKindsOf({
        title: 'Blad1',
        chapter: null,
        rows: [{ label: 'Äpplen', section: null }],
        columns: [],
      }),
    ).toEqual([])
  })
})
