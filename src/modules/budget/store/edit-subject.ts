import { compiledVersion } from './compile.ts'
import { rowSubject } from './read-edits.ts'
import type { StoredBook, StoredVersion } from './stored-book.ts'

/** So much of an assignment's text names it, when it has no theme. */
const namedBy = 60

/** A change as it is stored: what it is of, and which field. */
export type StoredEdit = {
  versionId: string
  kind: string
  subjectId: string
  field: string
  before: string | null
  after: string | null
}

/**
 * What a change is of, as people call it: the row's, adjustment's or chapter's name, and the column's for a figure
 * written by hand. The name is empty when it is no longer there.
 */
export function editSubject(book: StoredBook, edit: StoredEdit): { subject: string; field: string } {
  const { field, kind, subjectId } = edit
  const version = book.versions.find((each) => each.id === edit.versionId)
  if (!version) return { subject: '', field }
  switch (kind) {
    case 'row':
    case 'override':
      return rowChanged(book, version, edit)
    case 'tax':
      // Stored as the step's name and its öre by year.
      return { subject: (edit.after ?? edit.before ?? '').replace(/ \{.*\}$/, ''), field }
    case 'assignment': {
      const assignment = version.assignments.find((each) => each.id === subjectId)
      const text = assignment?.text ?? ''
      const named = text.length > namedBy ? `${text.slice(0, namedBy).trimEnd()} …` : text
      return { subject: assignment?.theme || named, field }
    }
    case 'chapter':
      return { subject: version.chapters.find((each) => each.id === subjectId)?.title ?? '', field }
    default:
      return { subject: version.adjustments.find((each) => each.id === subjectId)?.label ?? '', field }
  }
}

function rowChanged(book: StoredBook, version: StoredVersion, { kind, subjectId, field }: StoredEdit) {
  const tables = kind === 'row' ? version.printedTables : compiledVersion(book, version).book.tables
  const table = tables.find((each) => subjectId.startsWith(rowSubject(each.key, '')))
  const row = table?.rows.find((each) => rowSubject(table.key, each.key) === subjectId)
  const column = table?.columns.find((each) => each.key === field)
  return {
    subject: [table?.title, row?.label].filter(Boolean).join(', '),
    field: column?.label ?? field,
  }
}
