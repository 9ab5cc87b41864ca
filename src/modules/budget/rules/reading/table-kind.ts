import type { ColumnKind, TableKind } from '../book.ts'
import { rolesOfLabel } from './role-recognition.ts'
import { plainText } from './words.ts'

/** Words of a title, tried in order on the plain title. */
const titles: readonly (readonly [RegExp, TableKind])[] = [
  [/kanslighets/u, 'sensitivityAnalysis'],
  [/resultat per (?:enhet|namnd|bolag|forvaltning)|enhetsresultat/u, 'unitResult'],
  [/resultatkrav|avkastningskrav|resultatmal|overskottskrav/u, 'resultRequirements'],
  [/resultatrakning|resultatbudget|resultatplan/u, 'incomeStatement'],
  [/balansrakning|balansbudget|balansplan/u, 'balanceSheet'],
  [/kassaflode|finansieringsanalys/u, 'cashFlow'],
  [/finansieringsbudget|finansiering av investering|investeringarnas finansiering/u, 'financingBudget'],
  [/sammanstallning|justeringar? mot|forandringar mot|adjustments?\b|avvikelser mot/u, 'adjustmentSummary'],
  [/skatteintakt|skatter\b|skatt och|statsbidrag/u, 'taxRevenue'],
  [/anslag|driftbudget|driftsbudget|budgetram|namndram|namndernas ram|nettobudget|ramar/u, 'appropriations'],
]

/** The kind a title names, or null. */
export function tableKindOfTitle(title: string): TableKind | null {
  const plain = plainText(title)
  return titles.find(([pattern]) => pattern.test(plain))?.[1] ?? null
}

const bodyWords =
  /(?:namnd|styrelse|kollegi|utskott|forvaltning|kontor|bolag|forbund|sjukhus|stiftelse)\w*\b|\bab\b/u

/** Does the label read as a public board, an office or a company? */
export function looksLikeBody(label: string): boolean {
  return bodyWords.test(plainText(label))
}

const kindsByRows: readonly TableKind[] = [
  'incomeStatement',
  'taxRevenue',
  'unitResult',
  'balanceSheet',
  'cashFlow',
  'financingBudget',
]

export type TableKindGuess = { kind: TableKind; confidence: number }

/**
 * Which statement a table is, surest first, by the words of its title and by what its rows mean: a title alone
 * or rows alone are enough when they are clear; together they are sure.
 */
export function tableKindsOf(table: {
  title: string
  labels: readonly string[]
  columns: readonly (ColumnKind | null)[]
}): TableKindGuess[] {
  const scores = new Map<TableKind, number>()
  const add = (kind: TableKind, score: number): void => void scores.set(kind, (scores.get(kind) ?? 0) + score)
  const titled = tableKindOfTitle(table.title)
  if (titled !== null) add(titled, 0.85)
  if (table.columns.filter((kind) => kind === 'scenario').length >= 2) add('sensitivityAnalysis', 0.9)

  const labels = table.labels.slice(0, 200)
  if (labels.length > 0) {
    for (const kind of kindsByRows) {
      const sure = labels.filter((label) => (rolesOfLabel(label, kind)[0]?.confidence ?? 0) >= 0.8).length
      const share = sure / labels.length
      if (share >= 0.3) add(kind, share * Math.min(1, 0.4 + sure / 6) * 0.8)
    }
    const bodies = labels.filter(looksLikeBody).length / labels.length
    if (bodies >= 0.5) {
      add('appropriations', bodies * 0.4)
      add('resultRequirements', bodies * 0.35)
    }
  }
  return [...scores]
    .map(([kind, score]) => ({ kind, confidence: Math.min(1, score) }))
    .sort((a, b) => b.confidence - a.confidence)
}
