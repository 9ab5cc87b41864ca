import type { Book, Row, Table } from '../../book.ts'

/**
 * A book with everything in it so many times over, as if as many organisations had printed theirs in one: statements
 * with a body of their own, and public boards, units and assignments that are called after it. What is found in the
 * book is found in each copy, and nothing between them. (Units that only their amounts could tell are not told from
 * those of the other copies.)
 */
export function largerBook(of: Book, copies: number): Book {
  const numbers = Array.from({ length: copies }, (_, at) => at + 1)
  return {
    ...of,
    tables: numbers.flatMap((number) => of.tables.map((table) => copyOf(table, number))),
    assignments: numbers.flatMap((number) =>
      of.assignments.map((assignment) => ({
        ...assignment,
        key: `${assignment.key} (${number})`,
        publicBoards: assignment.publicBoards.map((board) => named(board, number)),
        consulted: assignment.consulted.map((board) => named(board, number)),
      })),
    ),
  }
}

/** A name of its own that is recognised however the original is inflected or cut short. */
function named(name: string, number: number): string {
  const cut = name.search(/\s(?:inkl|exkl)/iu)
  return cut < 0 ? `${name} ${letters(number)}` : `${name.slice(0, cut)} ${letters(number)}${name.slice(cut)}`
}

/** The number as a made-up word: figures in a name are no name. */
function letters(number: number): string {
  return [...String(number)].map((digit) => 'bdfgklmprt'.charAt(Number(digit)) + 'o').join('') + 'by'
}

function copyOf(table: Table, number: number): Table {
  const isUnit = table.kind === 'unitResult'
  const body = isUnit || table.kind === 'chapterAdjustments' ? table.body : (table.body ?? 'Region')
  return {
    ...table,
    key: `${table.key}-${number}`,
    body: body === null ? null : named(body, number),
    rows: table.rows.map((row) => rowOf(table, row, number)),
  }
}

function rowOf(table: Table, row: Row, number: number): Row {
  if (table.kind === 'adjustmentSummary' || table.kind === 'chapterAdjustments') {
    return row.section === null ? row : { ...row, section: named(row.section, number) }
  }
  const ofBody = table.kind === 'appropriations' || table.kind === 'resultRequirements'
  return ofBody && row.kind !== 'sum' ? { ...row, label: named(row.label, number) } : row
}
