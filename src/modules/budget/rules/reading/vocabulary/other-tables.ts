import type { Vocabulary } from './vocabulary.ts'
import { incomeStatement } from './income-statement.ts'

/** Finansieringsbudget: how the investments are paid for. */
export const financingBudget: Vocabulary = {
  investments: [
    'investeringar',
    'investeringsutgifter',
    'bruttoinvesteringar',
    'årets investeringar',
    'summa investeringar',
    'investeringsbudget',
  ],
  newInvestments: [
    'nyinvesteringar',
    'varav nyinvesteringar',
    'expansionsinvesteringar',
    'tillväxtinvesteringar',
  ],
  replacementInvestments: ['ersättningsinvesteringar', 'reinvesteringar', 'varav ersättningsinvesteringar'],
  ownLiquidityFinancing: [
    'finansiering egen likviditet',
    'egen likviditet',
    'egenfinansiering',
    'egna medel',
    'finansiering med egna medel',
    'egna likvida medel',
    'självfinansiering',
  ],
  coFinancing: [
    'medfinansiering',
    'statlig medfinansiering',
    'extern medfinansiering',
    'investeringsbidrag',
    'bidrag till investeringar',
  ],
  loanFinancing: [
    'lån- och leasingfinansiering',
    'lånefinansiering',
    'upplåning',
    'nyupplåning',
    'nya lån',
    'lån',
  ],
}

/** Resultat per enhet: one public board, office or company. */
export const unitResult: Vocabulary = {
  unitIncome: [
    'intäkter',
    'summa intäkter',
    'verksamhetens intäkter',
    'omsättning',
    'nettoomsättning',
    'rörelsens intäkter',
    'totala intäkter',
  ],
  appropriationIncome: [
    'anslag',
    'varav anslag',
    'kommunbidrag',
    'regionbidrag',
    'landstingsbidrag',
    'anslag från fullmäktige',
    'driftbidrag',
    'budgetram',
    'nettoram',
  ],
  ticketRevenue: ['biljettintäkter', 'varav biljettintäkter', 'trafikintäkter', 'trafikantintäkter'],
  unitCosts: [
    'kostnader',
    'summa kostnader',
    'verksamhetens kostnader',
    'rörelsens kostnader',
    'totala kostnader',
  ],
  unitCostLine: [
    'köpt vård',
    'köpt hälso- och sjukvård',
    'läkemedel',
    'läkemedelsförmånen',
    'övriga kostnader',
    'övriga kostnader inkl. finansnetto',
    'personalkostnader',
    'lokalkostnader',
    'hyror',
    'avskrivningar',
    'kapitalkostnader',
    'köp av verksamhet',
    'köpt trafik',
    'finansnetto',
    'bidrag och övrigt',
    'politiska organisationen',
    'lämnade bidrag',
    'pensionskostnader',
    'räntekostnader',
  ],
  unitResult: [
    'resultat',
    'årets resultat',
    'resultat efter finansnetto',
    'resultat efter finansiella poster',
    'nettoresultat',
    'nettokostnad',
    'resultat före bokslutsdispositioner',
  ],
  unitResultExcludingPension: [
    'resultat exklusive pensionseffekt',
    'resultat exklusive pensioner',
    'resultat exklusive pensionskostnader',
  ],
  membershipContribution: ['medlemsbidrag', 'medlemsavgift', 'ägarbidrag'],
}

/** Känslighetsanalys: rows of the income statement moved by some per cent. */
export const sensitivityAnalysis: Vocabulary = {
  operatingIncome: incomeStatement.operatingIncome ?? [],
  ticketRevenue: unitResult.ticketRevenue ?? [],
  totalTaxRevenue: incomeStatement.totalTaxRevenue ?? [],
  taxRevenue: incomeStatement.taxRevenue ?? [],
  generalGrants: incomeStatement.generalGrants ?? [],
  equalisation: incomeStatement.equalisation ?? [],
  personnelCosts: incomeStatement.personnelCosts ?? [],
  pensionCosts: incomeStatement.pensionCosts ?? [],
  purchasedCare: incomeStatement.purchasedCare ?? [],
  purchasedTransport: incomeStatement.purchasedTransport ?? [],
  purchasedServices: incomeStatement.purchasedServices ?? [],
  grantsGiven: incomeStatement.grantsGiven ?? [],
  otherCosts: incomeStatement.otherCosts ?? [],
  depreciation: incomeStatement.depreciation ?? [],
  financialIncome: incomeStatement.financialIncome ?? [],
  interestCosts: incomeStatement.interestCosts ?? [],
  pensionFinancialCosts: incomeStatement.pensionFinancialCosts ?? [],
  totalCosts: ['kostnader', 'summa kostnader', 'totala kostnader', 'kostnader totalt'],
}

/** Resultatkrav: one row a public board or company; only these rows have a meaning of their own. */
export const resultRequirements: Vocabulary = {
  groupFinancing: [
    'koncernfinansiering',
    'finansförvaltningen',
    'finansiering',
    'kommungemensam finansiering',
    'regiongemensam finansiering',
    'centrala finansieringsposter',
  ],
  grandTotal: [
    'totalt',
    'summa',
    'total',
    'årets resultat',
    'resultat',
    'region totalt',
    'kommunen totalt',
    'koncernen totalt',
    'summa totalt',
  ],
}

/** Anslag: one row a public board. */
export const appropriations: Vocabulary = {
  appropriationTotal: [
    'totalt',
    'summa',
    'total',
    'summa anslag',
    'anslag totalt',
    'summa nämnder',
    'nämnderna totalt',
    'summa nettokostnader',
    'summa driftbudget',
    'summa ramar',
  ],
}

/** Sammanställning: base proposal, own adjustments and sum per board; then the way to the own result. */
export const adjustmentSummary: Vocabulary = {
  baseProposal: [
    'förslag',
    'grundförslag',
    'ursprungligt anslag',
    'budgetförslag',
    'ram enligt förslag',
    'styrets förslag',
    'majoritetens förslag',
    'regionstyrelsens förslag',
    'kommunstyrelsens förslag',
    'MK förslag',
    'utgångsläge',
  ],
  adjustedSum: ['summa', 'ny ram', 'vårt förslag', 'summa eget förslag', 'justerat anslag', 'nytt anslag'],
  adjustedTotal: [
    'summa anslag',
    'totalt anslag',
    'summa anslag eget förslag',
    'summa totalt',
    'anslag totalt',
  ],
  baseResult: [
    'resultat enligt förslag',
    'styrets resultat',
    'majoritetens resultat',
    'koalitionens resultat',
    'mittenkoalitionens resultat',
    'ursprungligt resultat',
  ],
  financing: [
    'skattehöjning',
    'höjd skatt',
    'skattesänkning',
    'ingen skattesänkning',
    'utebliven skattesänkning',
    'justering resultatkrav',
    'finansiering',
    'ökat utdelningskrav',
    'höjt resultatkrav',
  ],
  ownResult: [
    'resultat eget förslag',
    'vårt resultat',
    'resultat vårt förslag',
    'nytt resultat',
    'resultat efter förslag',
  ],
}
