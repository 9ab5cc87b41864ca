import type { ColumnKind, TableKind } from '../book.ts'
import { exactRole } from './role-recognition.ts'
import { rowKindByWords } from './row-words.ts'
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

type KindClues = {
  title: string
  chapter: string | null
  rows: readonly { label: string; section: string | null }[]
  columns: readonly (ColumnKind | null)[]
}

/** Rows looked at; the kind of a table shows in its first ones. */
const looked = 200

/**
 * Which statement a table is, surest first, by the words of its title and by what its rows mean: a title alone
 * or rows alone are enough when they are clear; together they are sure.
 */
export function tableKindsOf(table: KindClues): TableKindGuess[] {
  const scores = new Map<TableKind, number>()
  const add = (kind: TableKind, score: number): void => void scores.set(kind, (scores.get(kind) ?? 0) + score)
  const titled = tableKindOfTitle(table.title)
  if (titled !== null) add(titled, 0.85)
  if (table.columns.filter((kind) => kind === 'scenario').length >= 2) add('sensitivityAnalysis', 0.9)

  const rows = table.rows.slice(0, looked)
  for (const kind of rows.length === 0 ? [] : kindsByRows) {
    const sure = rows.filter(({ label }) => exactRole(label, kind) !== null).length
    const share = sure / rows.length
    // Many rows of one statement tell more than three words that several have in common.
    if (share >= 0.3) add(kind, share * Math.min(1, 0.35 + sure / 7))
  }
  const ofBodies = bodiesIn(rows)
  if (ofBodies.inSections && table.chapter !== null) add('chapterAdjustments', 0.9)
  else if (ofBodies.summed) add('adjustmentSummary', 0.85)
  else if (ofBodies.inSections) add('adjustmentSummary', 0.5)
  if (ofBodies.inRows >= 0.5) {
    add('appropriations', ofBodies.inRows * 0.5)
    add('resultRequirements', ofBodies.inRows * 0.45)
  }
  return [...scores]
    .map(([kind, score]) => ({ kind, confidence: Math.min(1, score) }))
    .sort((a, b) => b.confidence - a.confidence)
}

/** How bodies stand in a table: as headings over lists, those lists with a sum at their end, or as the rows. */
function bodiesIn(rows: KindClues['rows']): { inSections: boolean; summed: boolean; inRows: number } {
  const sections = [...new Set(rows.flatMap(({ section }) => section ?? []))]
  const bodies = sections.filter(looksLikeBody)
  const summed = bodies.filter((body) => {
    const own = rows.filter(({ section }) => section === body)
    return (
      own.length >= 2 &&
      rowKindByWords(own.at(-1)?.label ?? '') === 'sum' &&
      /förslag|ram|anslag|budget/iu.test(own[0]?.label ?? '')
    )
  })
  const named = rows.filter(({ label }) => looksLikeBody(label)).length
  return {
    inSections: bodies.length > 0 && bodies.length >= sections.length * 0.6,
    summed: summed.length > 0 && summed.length >= sections.length * 0.4,
    inRows: rows.length === 0 ? 0 : named / rows.length,
  }
}
