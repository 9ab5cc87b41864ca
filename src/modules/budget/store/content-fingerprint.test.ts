import { describe, expect, it } from 'vitest'
import { amount } from '../rules/amount.ts'
import { exampleStoredBook } from '../document/testing/example-stored-book.ts'
import { contentFingerprint } from './content-fingerprint.ts'
import type { StoredBook } from './stored-book.ts'

function printOf(change: (book: StoredBook) => void = () => undefined): string {
  const book = exampleStoredBook()
  const own = book.versions.find((version) => version.kind === 'own')!
  // The example prints only one side; here the same tables are the base's as well.
  const whole: StoredBook = { ...book, versions: [{ ...own, id: 'base', kind: 'base' }, own] }
  change(whole)
  return contentFingerprint(whole, whole.versions[1]!)
}

function rowOf(book: StoredBook) {
  const [table] = book.versions[0]!.printedTables
  return { table: table!, row: table!.rows[0]! }
}

/** The base's first table with its first row changed; our own stays as it was. */
function withRow(book: StoredBook, change: (row: ReturnType<typeof rowOf>['row']) => object): void {
  const { table, row } = rowOf(book)
  const rows = [{ ...row, ...change(row) }, ...table.rows.slice(1)]
  book.versions[0]!.printedTables = [{ ...table, rows }, ...book.versions[0]!.printedTables.slice(1)]
}

describe('what a body said yes to', () => {
  it('is the same while nothing changes', () => {
    expect(printOf()).toBe(printOf())
  })

  it.each<[string, (book: StoredBook) => void]>([
    [
      'a figure of the base',
      (book) =>
        withRow(book, (row) => ({
          cells: row.cells.map((cell) => cell && { ...cell, value: amount(123_456) }),
        })),
    ],
    ['what a row of the base means', (book) => withRow(book, () => ({ role: 'closingCash' }))],
    [
      'a text of ours',
      (book) => {
        const own = book.versions[1]!
        own.chapters = own.chapters.map((each) => ({ ...each, text: `${each.text} mer` }))
      },
    ],
  ])('is another when %s changes', (_, change) => {
    expect(printOf(change)).not.toBe(printOf())
  })
})
