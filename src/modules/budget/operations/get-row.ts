import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Tables } from '#platform/database/tables.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetReaders } from '../budget-roles.ts'
import { rowKinds, tableKinds, type Cell, type Row, type Table } from '../rules/book.ts'
import { roles } from '../rules/roles.ts'
import { compiledVersion, tableOf, type Compiled } from '../store/compile.ts'
import { explainedCell } from '../store/explained-cell.ts'
import { readBook, versionOf } from '../store/read-book.ts'
import { editsOf, rowSubject, type EditShown } from '../store/read-edits.ts'
import type { StoredOverride, StoredVersion } from '../store/stored-book.ts'
import { bookId, versionId, yearNumber } from './shapes.ts'

const figure = z.object({
  /** As it stood or will be printed; empty for a blank. */
  text: z.string(),
  value: z.string().nullable(),
  sourceLine: z.number().int().nullable(),
})

const meaning = z.object({ role: z.enum(roles).nullable(), kind: z.enum(rowKinds) })

const editKinds = ['row', 'override'] as const

/** One row with everything that is known about it: what it is taken to mean, each figure, and what people have changed. */
export const getRow = readOperation({
  name: 'get-row',
  summary: 'One row of a table: its meaning, its figures as printed and as computed, and who has changed it.',
  route: 'GET /budget/books/{bookId}/versions/{versionId}/tables/{table}/rows/{row}',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({
    bookId,
    versionId,
    table: z.string().min(1).max(300),
    row: z.string().min(1).max(500),
  }),
  output: z.object({
    table: z.object({
      key: z.string(),
      title: z.string(),
      kind: z.enum(tableKinds),
      source: z.string().nullable(),
    }),
    label: z.string(),
    section: z.string().nullable(),
    unit: z.string(),
    sourceLine: z.number().int().nullable(),
    meaning: meaning.extend({
      ofWhichComplete: z.boolean().nullable(),
      origin: z.enum(['recognised', 'corrected']),
    }),
    /** Is it a printed row, whose meaning may be corrected? */
    hasPrinted: z.boolean(),
    /** Is it a row of our compiled budget, whose figures may be written by hand? */
    hasCompiled: z.boolean(),
    /** False for an adopted or archived version, in which nothing is written any more. */
    editable: z.boolean(),
    cells: z.array(
      z.object({
        column: z.object({ key: z.string(), label: z.string(), year: yearNumber.nullable() }),
        printed: figure.nullable(),
        compiled: figure.nullable(),
        override: z
          .object({
            value: z.string().nullable(),
            note: z.string(),
            by: z.string(),
            at: z.iso.datetime(),
            /** What would have been printed without it. */
            computed: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
    edits: z.array(
      z.object({
        kind: z.enum(editKinds),
        /** `role`, `kind` or `ofWhichComplete` of a row; the column's key for a figure written by hand. */
        field: z.string(),
        by: z.string(),
        at: z.iso.datetime(),
        before: z.string().nullable(),
        after: z.string().nullable(),
        /** Why a figure was written by hand. */
        note: z.string().nullable(),
      }),
    ),
  }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.baseVersionId,
    table: budget.tableKey,
    row: budget.rowKey,
  }),
  async run({ db }, input) {
    const book = await readBook(db, input.bookId)
    const version = versionOf(book, input.versionId)
    const compiled = compiledVersion(book, version)
    const printed = placed(version.printedTables, input.table, input.row)
    const ours = placed(compiled.book.tables, input.table, input.row)
    const { table, row } = found(printed ?? ours)
    return {
      table: { key: table.key, title: table.title, kind: table.kind, source: table.source },
      label: row.label,
      section: row.section,
      unit: row.unit,
      sourceLine: row.sourceLine,
      meaning: {
        role: row.role,
        kind: row.kind,
        ofWhichComplete: row.ofWhichComplete,
        origin: row.roleOrigin,
      },
      hasPrinted: printed !== null,
      hasCompiled: ours !== null,
      editable: version.state === 'draft' || version.state === 'ready',
      cells: table.columns.map((column) => ({
        column: { key: column.key, label: column.label, year: column.year },
        printed: printed && shown(cellAt(printed, column.key)),
        compiled: ours && shown(cellAt(ours, column.key)),
        override: overrideOf(compiled, version, { ...input, column: column.key }),
      })),
      edits: await rowEdits(db, version, input),
    }
  },
})

type Placed = { table: Table; row: Row }

function placed(tables: readonly Table[], key: string, rowKey: string): Placed | null {
  const table = tableOf(tables, key)
  const row = table?.rows.find((each) => each.key === rowKey)
  return table && row ? { table, row } : null
}

function cellAt({ table, row }: Placed, columnKey: string): Cell | null {
  return row.cells[table.columns.findIndex((column) => column.key === columnKey)] ?? null
}

function shown(cell: Cell | null) {
  return (
    cell && {
      text: cell.printed,
      value: cell.value === null ? null : cell.value.toFixed(),
      sourceLine: cell.sourceLine,
    }
  )
}

type Place = { table: string; row: string; column: string }

const isOf = (override: StoredOverride, place: Pick<Place, 'table' | 'row'>) =>
  override.tableKey === place.table && override.rowKey === place.row

function overrideOf(compiled: Compiled, version: StoredVersion, place: Place) {
  const override = version.overrides.find((each) => isOf(each, place) && each.columnKey === place.column)
  if (!override || !placed(compiled.book.tables, place.table, place.row)) return null
  const { tree } = explainedCell(compiled, place)
  const computed = tree?.kind === 'override' ? (tree.children[0]?.value ?? null) : null
  return {
    value: override.value,
    note: override.note,
    by: override.madeByName,
    at: override.madeAt.toISOString(),
    computed: computed === null ? null : computed.toFixed(),
  }
}

/** Corrections of the row and figures written in it by hand, newest first, each with its reason. */
async function rowEdits(
  db: Transaction<Tables>,
  version: StoredVersion,
  { table, row }: Pick<Place, 'table' | 'row'>,
) {
  const edits = await editsOf(db, { versionId: version.id, subjectId: rowSubject(table, row) })
  const overrides = await db
    .selectFrom('budget.statement_override')
    .select(['column_key', 'made_at', 'value', 'note'])
    .where('version_id', '=', version.id)
    .where('table_key', '=', table)
    .where('row_key', '=', row)
    .execute()
  const noteOf = (edit: EditShown) =>
    overrides.find(
      (each) =>
        each.column_key === edit.field && each.made_at.toISOString() === edit.at && each.value === edit.after,
    )?.note ?? null
  return edits.flatMap((edit) => {
    const kind = editKinds.find((each) => each === edit.kind)
    if (!kind) return []
    return [{ ...edit, kind, note: kind === 'override' ? noteOf(edit) : null }]
  })
}
