import type { TableKind } from '../book.ts'
import type { Role } from '../roles.ts'
import { overlap } from './labels.ts'
import { withoutRowWords } from './row-words.ts'
import { balanceSheet } from './vocabulary/balance-sheet.ts'
import { cashFlow } from './vocabulary/cash-flow.ts'
import { incomeStatement } from './vocabulary/income-statement.ts'
import {
  adjustmentSummary,
  appropriations,
  financingBudget,
  resultRequirements,
  sensitivityAnalysis,
  unitResult,
} from './vocabulary/other-tables.ts'
import { taxRevenue } from './vocabulary/tax-revenue.ts'
import type { Vocabulary } from './vocabulary/vocabulary.ts'
import { stems } from './words.ts'

const vocabularies: Partial<Record<TableKind, Vocabulary>> = {
  incomeStatement,
  taxRevenue,
  appropriations,
  resultRequirements,
  unitResult,
  sensitivityAnalysis,
  balanceSheet,
  cashFlow,
  financingBudget,
  adjustmentSummary,
}

export type RoleGuess = { role: Role; confidence: number }

type Phrase = { role: Role; words: string[]; joined: string }
type Index = { exact: Map<string, Role>; byStart: Map<string, Phrase[]> }

const indexes = new Map<TableKind, Index>()

/** Letters a word is looked up by before it is compared closely, so that 10 000 labels stay quick. */
const startLength = 4

function indexOf(kind: TableKind): Index | null {
  const vocabulary = vocabularies[kind]
  if (vocabulary === undefined) return null
  let index = indexes.get(kind)
  if (index === undefined) {
    index = { exact: new Map(), byStart: new Map() }
    for (const [role, phrases] of Object.entries(vocabulary) as [Role, readonly string[]][]) {
      for (const text of phrases) {
        const words = significant(text)
        const phrase = { role, words, joined: words.join('') }
        if (!index.exact.has(phrase.joined)) index.exact.set(phrase.joined, role)
        for (const word of words) {
          const start = word.slice(0, startLength)
          index.byStart.set(start, [...(index.byStart.get(start) ?? []), phrase])
        }
      }
    }
    indexes.set(kind, index)
  }
  return index
}

/** Stems without years and units, which say when and in what, not what. */
function significant(text: string): string[] {
  return stems(text).filter((word) => !/^(?:(?:19|20)\d{2}|mkr|mnkr|tkr|\+)$/u.test(word))
}

/** The role a label words exactly (in any inflection, with or without `varav` or `Summa`), or null. */
export function exactRole(label: string, kind: TableKind): RoleGuess | null {
  const index = indexOf(kind)
  if (index === null) return null
  const exact = index.exact.get(significant(label).join(''))
  if (exact !== undefined) return { role: exact, confidence: 1 }
  const bare = index.exact.get(significant(bareLabel(label)).join(''))
  return bare === undefined ? null : { role: bare, confidence: 0.95 }
}

function bareLabel(label: string): string {
  return withoutRowWords(label).replace(/\([^)]*\)/gu, ' ')
}

/**
 * What a row may mean in a table of this kind, surest first. 1: worded as in the vocabulary (in any inflection);
 * 0.95: so without `varav`, `Summa`; less by how many of the words agree. Empty when nothing is alike.
 */
export function rolesOfLabel(label: string, kind: TableKind): RoleGuess[] {
  const index = indexOf(kind)
  if (index === null) return []
  const exact = exactRole(label, kind)
  if (exact !== null) return [exact]
  const words = significant(bareLabel(label))
  const phrases = new Set(words.flatMap((word) => index.byStart.get(word.slice(0, startLength)) ?? []))
  const best = new Map<Role, number>()
  for (const phrase of phrases) {
    const { dice } = overlap(words, phrase.words)
    if (dice > (best.get(phrase.role) ?? 0.4)) best.set(phrase.role, dice)
  }
  return [...best]
    .map(([role, dice]) => ({ role, confidence: Math.min(dice, 0.94) }))
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, 4)
}
