import {
  comparableBase,
  comparablePrinted,
  comparableVersion,
  type Comparable,
} from '../rules/comparison/comparable.ts'
import { compiledVersion } from './compile.ts'
import { inParentsIds } from './scenario.ts'
import { yearsOf, type StoredBook, type StoredVersion } from './stored-book.ts'

/** A stored version in the shape that comparison wants: the base, somebody else's printed budget, or one of ours. */
export function comparable(book: StoredBook, version: StoredVersion): Comparable {
  const settings = { years: yearsOf(book), unit: book.amountUnit }
  if (version.kind === 'base')
    return comparableBase(version.id, version.name, compiledVersion(book, version).budgetBase)
  if (version.kind === 'other')
    return comparablePrinted(version.id, version.name, version.printedTables, settings)
  const { budgetBase } = compiledVersion(book, version)
  return comparableVersion(inParentsIds(book, version), budgetBase)
}
