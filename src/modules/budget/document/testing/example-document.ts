import { buildDocument } from '../model/build-document.ts'
import { explanationsOf } from '../model/explanations.ts'
import type { StoredVersion } from '../../store/stored-book.ts'
import { exampleStoredBook } from './example-stored-book.ts'

/** The example's document and how its figures came about, after a change of the version. */
export function exampleDocument(change: (version: StoredVersion) => void = () => undefined) {
  const book = exampleStoredBook(change)
  const version = book.versions[0]!
  const { model } = buildDocument(book, version, {
    organisation: 'Provdistriktet',
    colophon: { edition: 0, date: '2026-11-22', signOffs: [], program: 'Kansli' },
    files: ['adjustments.csv'],
  })
  return { book, version, model, explanations: explanationsOf(book, version, model) }
}
