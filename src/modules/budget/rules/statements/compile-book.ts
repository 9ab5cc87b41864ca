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
  const print = { unit: frame.unit, decimals: decimalsOf(base, frame), words }
  const compiled = [
    compileSummary(version, budgetBaseOf(base), print),
    ...compileChapterTables(version, base.structure.settings.years, print),
  ]
  return {
    book: { ...frame, tables: [...withOverrides(compiled, version.overrides), ...derived.tables] },
    derived,
  }
}

/** The summary prints what the appropriations print, which may be finer than the statements. */
function decimalsOf(base: PreparedBase, { decimals }: Omit<Book, 'tables'>): number {
  const printed = base.boards.flatMap(({ row }) =>
    row.row.cells.map((cell) => (cell?.value ? cell.decimals : 0)),
  )
  return Math.max(decimals, ...printed)
}
