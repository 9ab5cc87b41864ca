import type { Book } from '../book.ts'
import { compileChapterTables } from './compiling/chapter-tables.ts'
import { deriveFrom, type Derived } from './derive.ts'
import { withOverrides } from './compiling/overrides.ts'
import { budgetBaseOf, type PreparedBase } from './prepare.ts'
import { compileSummary, type SummaryWords } from './summary.ts'
import type { Version } from './version.ts'

/**
 * Compiles our whole budget: the adjustment summary, the chapters' lists and all statements, as one book that the
 * check can be run on like any printed one.
 * @param frame whose budget it is, its years, unit and decimals, and what else belongs to it (assignments, texts)
 */
export function compileBook(
  base: PreparedBase,
  version: Version,
  frame: Omit<Book, 'tables'>,
  words: SummaryWords,
): { book: Book; derived: Derived } {
  const derived = deriveFrom(base, version)
  const print = { unit: frame.unit, decimals: frame.decimals, words }
  const compiled = [
    compileSummary(version, budgetBaseOf(base), print),
    ...compileChapterTables(version, base.structure.settings.years, print),
  ]
  return {
    book: { ...frame, tables: [...withOverrides(compiled, version.overrides), ...derived.tables] },
    derived,
  }
}
