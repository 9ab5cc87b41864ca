import type { BookAssignment } from '../../book.ts'
import { uniqueKeys } from '../grid.ts'
import type { RawTable } from '../raw-table.ts'
import { fieldsOf, isBlank, textOf, wholeOf, type Field } from './fields.ts'

/** A list of assignments: boards and a text in each line, and no figures a year. */
export function isAssignments(raw: RawTable): boolean {
  const first = raw.rows.find((row) => !isBlank(row))
  if (first === undefined) return false
  const fields = fieldsOf(first)
  const hasText = fields.has('text') || fields.has('theme')
  return (
    hasText &&
    (fields.has('boards') || fields.has('board')) &&
    (fields.has('id') || fields.has('sort') || fields.has('consulted'))
  )
}

/** The assignments of such a list, in its order. Several boards are parted by semicolons. */
export function assignmentsOf(raw: RawTable): BookAssignment[] {
  const start = raw.rows.findIndex((row) => !isBlank(row))
  const head = raw.rows[start]
  if (head === undefined) return []
  const fields = fieldsOf(head)
  const keyOnce = uniqueKeys()
  return raw.rows
    .slice(start + 1)
    .filter((row) => !isBlank(row))
    .map((row, at) => {
      const text = (field: Field): string => textOf(row, fields, field)
      return {
        key: keyOnce(text('id') || `${at + 1}`),
        chapter: text('chapter') || null,
        publicBoards: names(text('boards') || text('board')),
        consulted: names(text('consulted')),
        kind: text('sort'),
        text: text('text') || text('theme'),
        theme: text('theme') || null,
        amounts: text('amounts'),
        dueYear: wholeOf(row, fields, 'dueYear'),
        sourceLine: wholeOf(row, fields, 'sourceLine') ?? row.line,
      }
    })
}

function names(list: string): string[] {
  return list
    .split(';')
    .map((name) => name.trim())
    .filter((name) => name !== '')
}
