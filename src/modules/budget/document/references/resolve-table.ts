import { bad, good, type OrFault } from './fault.ts'
import type { ReferenceData } from './reference-data.ts'
import type { TableReference } from './reference.ts'

/** What a reference on a line of its own stands for; the document builds the table. */
export type ResolvedTable =
  | { of: 'board'; board: string }
  | { of: 'table'; table: string }
  | { of: 'result' }
  | { of: 'adjustments' | 'assignments'; board: string | null; chapter: string | null }

/** Finds what a reference on a line of its own points to, or says why there is nothing. */
export function resolveTable(reference: TableReference, data: ReferenceData): OrFault<ResolvedTable> {
  switch (reference.of) {
    case 'board':
      return data.boards.some((each) => each.slug === reference.board)
        ? good(reference)
        : bad('unknownBoard', { board: reference.board })
    case 'unit': {
      const unit = data.units.find((each) => each.slug === reference.unit)
      return unit ? good({ of: 'table', table: unit.table }) : bad('unknownUnit', { unit: reference.unit })
    }
    case 'statement': {
      const table = data.tables.find((each) => each.kind === reference.statement)
      return table
        ? good({ of: 'table', table: table.key })
        : bad('unknownTable', { table: reference.statement })
    }
    case 'table':
      return data.tables.some((each) => each.key === reference.table)
        ? good(reference)
        : bad('unknownTable', { table: reference.table })
    case 'adjustments':
    case 'assignments': {
      if (reference.board !== null && !data.bodies.includes(reference.board))
        return bad('unknownBoard', { board: reference.board })
      return reference.chapter !== null && !data.chapters.includes(reference.chapter)
        ? bad('unknownChapter', { chapter: reference.chapter })
        : good(reference)
    }
    default:
      return good(reference)
  }
}
