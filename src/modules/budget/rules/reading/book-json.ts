import { z } from 'zod'
import { amount, type Amount } from '../amount.ts'
import {
  cellOrigins,
  columnKinds,
  rowKinds,
  tableKinds,
  units,
  type Book,
  type Cell,
  type Row,
  type Table,
} from '../book.ts'
import { roles } from '../roles.ts'
import { message, type Message } from './message.ts'

/** Kansli's own file format for a book. The number goes up when an older Kansli could misread a newer file. */
export const BOOK_FORMAT = 'kansli-budget/1'

const plainAmount = z
  .string()
  .regex(/^-?\d{1,40}(?:\.\d{1,40})?$/u)
  .describe('an exact decimal number as text, `-0` included')
const year = z.int().min(1900).max(2200)
const line = z.int().min(0).nullable()
const unit = z.enum(units)

const cellSchema = z
  .strictObject({
    value: plainAmount.nullable(),
    printed: z.string(),
    decimals: z.int().min(0).max(30),
    unit: unit.optional().describe('when it is not the row’s'),
    sourceLine: line.optional().describe('when it is not the row’s'),
    origin: z.enum(cellOrigins).optional().describe('outside when it is left out'),
  })
  .nullable()

const rowSchema = z.strictObject({
  key: z.string(),
  label: z.string(),
  section: z.string().nullable(),
  level: z.int(),
  kind: z.enum(rowKinds),
  ofWhichComplete: z.boolean().nullable(),
  role: z.enum(roles).nullable(),
  roleOrigin: z.enum(['recognised', 'corrected']),
  unit,
  sourceLine: line,
  cells: z.array(cellSchema),
})

const columnSchema = z.strictObject({
  key: z.string(),
  label: z.string(),
  kind: z.enum(columnKinds),
  year: year.nullable(),
  compares: z.strictObject({ from: z.string(), to: z.string() }).nullable(),
  shift: plainAmount.nullable(),
})

const tableSchema = z
  .strictObject({
    key: z.string(),
    title: z.string(),
    kind: z.enum(tableKinds),
    chapter: z.string().nullable(),
    body: z.string().nullable(),
    unit,
    source: z.string().nullable(),
    columns: z.array(columnSchema),
    rows: z.array(rowSchema),
  })
  .refine((table) => table.rows.every((row) => row.cells.length === table.columns.length), {
    error: 'every row has one cell a column',
  })

const assignmentSchema = z.strictObject({
  key: z.string(),
  chapter: z.string().nullable(),
  publicBoards: z.array(z.string()),
  consulted: z.array(z.string()),
  kind: z.string(),
  text: z.string(),
  theme: z.string().nullable(),
  amounts: z.string(),
  dueYear: year.nullable(),
  sourceLine: line,
})

const textSchema = z.strictObject({
  key: z.string(),
  chapter: z.string().nullable(),
  publicBoard: z.string().nullable(),
  text: z.string(),
  sourceLine: line,
})

/** A whole book in a file. */
export const bookSchema = z.strictObject({
  format: z.literal(BOOK_FORMAT),
  jurisdiction: z.string(),
  budgetYear: z.int().min(0).max(2200),
  planYears: z.array(year),
  unit,
  decimals: z.int().min(0).max(30),
  tables: z.array(tableSchema),
  assignments: z.array(assignmentSchema),
  texts: z.array(textSchema),
  version: z
    .unknown()
    .optional()
    .describe('what an export says of the version beside its tables; not part of the book'),
})

/** A `book.json` that stands beside other files and says what they do not. */
export const frameSchema = z.strictObject({
  format: z.literal(BOOK_FORMAT).optional(),
  jurisdiction: z.string().optional(),
  budgetYear: year.optional(),
  planYears: z.array(year).optional(),
  unit: unit.optional(),
  decimals: z.int().min(0).max(30).optional(),
})

type CellJson = z.infer<typeof cellSchema>

/**
 * The book as text in Kansli's own format: amounts as text, nothing lost; `bookFromJson` gives the same book back.
 * The same book always gives the same text.
 */
export function bookToJson(book: Book): string {
  const { jurisdiction, budgetYear, planYears, decimals } = book
  const json: z.input<typeof bookSchema> = {
    format: BOOK_FORMAT,
    jurisdiction,
    budgetYear,
    planYears,
    unit: book.unit,
    decimals,
    tables: book.tables.map(tableAsJson),
    assignments: book.assignments.map(
      ({ key, chapter, publicBoards, consulted, kind, text, theme, amounts, dueYear, sourceLine }) => ({
        key,
        chapter,
        publicBoards,
        consulted,
        kind,
        text,
        theme,
        amounts,
        dueYear,
        sourceLine,
      }),
    ),
    texts: book.texts.map(({ key, chapter, publicBoard, text, sourceLine }) => ({
      key,
      chapter,
      publicBoard,
      text,
      sourceLine,
    })),
  }
  return `${JSON.stringify(json, null, 1)}\n`
}

function tableAsJson({
  key,
  title,
  kind,
  chapter,
  body,
  unit: tableUnit,
  source,
  columns,
  rows,
}: Table): z.input<typeof tableSchema> {
  return {
    key,
    title,
    kind,
    chapter,
    body,
    unit: tableUnit,
    source,
    columns: columns.map(
      ({ key: columnKey, label, kind: columnKind, year: columnYear, compares, shift }) => ({
        key: columnKey,
        label,
        kind: columnKind,
        year: columnYear,
        compares: compares && { from: compares.from, to: compares.to },
        shift: shift && amountAsText(shift),
      }),
    ),
    rows: rows.map(rowAsJson),
  }
}

function rowAsJson(row: Row): z.input<typeof rowSchema> {
  const {
    key,
    label,
    section,
    level,
    kind,
    ofWhichComplete,
    role,
    roleOrigin,
    unit: rowUnit,
    sourceLine,
  } = row
  const cells = row.cells.map((cell) => cellAsJson(cell, row))
  return {
    key,
    label,
    section,
    level,
    kind,
    ofWhichComplete,
    role,
    roleOrigin,
    unit: rowUnit,
    sourceLine,
    cells,
  }
}

function cellAsJson(cell: Cell | null, row: Row): CellJson {
  if (cell === null) return null
  return {
    value: cell.value && amountAsText(cell.value),
    printed: cell.printed,
    decimals: cell.decimals,
    ...(cell.unit === row.unit ? {} : { unit: cell.unit }),
    ...(cell.sourceLine === row.sourceLine ? {} : { sourceLine: cell.sourceLine }),
    ...(cell.origin === 'outside' ? {} : { origin: cell.origin }),
  }
}

function amountAsText(value: Amount): string {
  return value.isZero() && value.isNegative() ? '-0' : value.toFixed()
}

export type BookFromJson = { ok: true; book: Book } | { ok: false; problems: Message[] }

/** How many faults of a file are told at once. */
const mostFaults = 20

/**
 * The book in a text of Kansli's own format. Anything that is not as the format says is told with its place in
 * the file (`tables[3].rows[2].unit`); then no book comes back, not half of one. Never throws.
 */
export function bookFromJson(text: string): BookFromJson {
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch (error) {
    return {
      ok: false,
      problems: [message('reading.json.broken', { detail: error instanceof Error ? error.message : '' })],
    }
  }
  const format = typeof data === 'object' && data !== null && 'format' in data ? String(data.format) : ''
  if (format !== BOOK_FORMAT)
    return {
      ok: false,
      problems: [message('reading.json.otherFormat', { read: format, expected: BOOK_FORMAT })],
    }
  const parsed = bookSchema.safeParse(data)
  if (!parsed.success) return { ok: false, problems: faultsOf(parsed.error) }
  const tables = parsed.data.tables.map((table): Table => ({
    ...table,
    columns: table.columns.map((column) => ({
      ...column,
      shift: column.shift === null ? null : amount(column.shift),
    })),
    rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => cellFromJson(cell, row)) })),
  }))
  const { format: _format, version: _version, ...book } = parsed.data
  return { ok: true, book: { ...book, tables } }
}

/** Faults of a file against its schema, as sentences with the place in the file. */
export function faultsOf(error: z.ZodError): Message[] {
  return error.issues.slice(0, mostFaults).map((issue) => {
    const where = issue.path
      .map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`))
      .join('')
    return message('reading.json.fault', { where: where.replace(/^\./u, ''), detail: issue.message })
  })
}

function cellFromJson(cell: CellJson, row: { unit: Row['unit']; sourceLine: number | null }): Cell | null {
  if (cell === null) return null
  return {
    value: cell.value === null ? null : amount(cell.value),
    printed: cell.printed,
    decimals: cell.decimals,
    unit: cell.unit ?? row.unit,
    sourceLine: cell.sourceLine === undefined ? row.sourceLine : cell.sourceLine,
    origin: cell.origin ?? 'outside',
  }
}
