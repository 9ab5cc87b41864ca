import { documentTexts } from '../../messages/document.ts'
import { compiledReport, compiledVersion } from '../../store/compile.ts'
import { yearsOf, type StoredBook, type StoredVersion } from '../../store/stored-book.ts'
import type { ReferenceData } from '../references/reference-data.ts'
import { assignmentsFile, assignmentsOf } from './assignments.ts'
import { bodiesOf } from './bodies.ts'
import { boardsOf, overviewTable } from './boards.ts'
import { chaptersOf, type ChapterFault } from './chapters.ts'
import { DOCUMENT_FORMAT, type Colophon, type DocumentModel } from './document.ts'
import { findingsOf } from './findings.ts'
import { numberAssignments } from './number-assignments.ts'
import { nothingRemoved, referenceDataOf, type Removed } from './reference-data-of.ts'
import { reformsOf } from './reforms.ts'
import { pathTable, resultsOf } from './results.ts'
import { statementTables } from './tables.ts'

/** What the figures do not say themselves. */
export type DocumentFrame = {
  organisation: string
  colophon: Pick<Colophon, 'edition' | 'date' | 'signOffs' | 'program'>
  /** The names of the files that have been read in. */
  files: readonly string[]
  removed?: Removed
}

export type BuiltDocument = {
  model: DocumentModel
  /** What is wrong in the chapters' texts: a document with any of it is not published. */
  faults: ChapterFault[]
  data: ReferenceData
}

/** Makes a version's whole document, every figure as it will be read. Pure: the same version gives the same document. */
export function buildDocument(book: StoredBook, version: StoredVersion, frame: DocumentFrame): BuiltDocument {
  const t = documentTexts.in('sv')
  const compiled = compiledVersion(book, version)
  const body = bodiesOf(book)
  const years = yearsOf(book)
  const labels = years.map((year, at) =>
    t(at === 0 ? 'column.budget' : 'column.plan', { year: String(year) }),
  )
  const numbered = numberAssignments(version.assignments, body)
  const reforms = reformsOf(book, version, compiled, body)
  const assignments = assignmentsOf(numbered, body, assignmentsFile(version, frame.files))
  const boards = boardsOf(book, compiled, body, reforms, assignments, labels)
  const statements = statementTables(compiled.book.tables)
  const path = pathTable(book, version, compiled, reforms, labels)
  const data = referenceDataOf(book, version, compiled, body, numbered, frame.removed ?? nothingRemoved)
  const { chapters, faults } = chaptersOf(book, version.chapters, {
    data,
    labels,
    boards,
    reforms,
    assignments,
    statements,
    path,
  })
  const model: DocumentModel = {
    format: DOCUMENT_FORMAT,
    title: book.title,
    version: version.name,
    jurisdiction: book.jurisdiction,
    organisation: frame.organisation,
    party: version.party,
    years,
    yearLabels: labels,
    unit: book.amountUnit,
    decimals: book.decimals,
    results: resultsOf(book, version, compiled),
    overview: overviewTable(book, compiled, boards),
    path,
    boards,
    reforms,
    chapters,
    statements,
    assignments,
    findings: findingsOf(compiledReport(book, version), version),
    colophon: {
      ...frame.colophon,
      state: version.state,
      sources: [...frame.files],
    },
  }
  return { model, faults, data }
}
