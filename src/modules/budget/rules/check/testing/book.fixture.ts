import { Decimal } from 'decimal.js'
import type {
  Book,
  BookAssignment,
  Cell,
  Column,
  ColumnKind,
  Row,
  RowKind,
  Table,
  TableKind,
  Unit,
} from '../../book.ts'
import { readPrintedNumber } from '../../reading/printed-number.ts'
import type { Role } from '../../roles.ts'

/** A row as a test writes it: label, role and printed figures. */
export type RowOf = {
  kind: RowKind
  label: string
  role: Role | null
  printed: readonly string[]
  section: string | null
  level: number
}

function row(kind: RowKind, level: number) {
  return (label: string, role: Role | null, ...printed: string[]): RowOf => ({
    kind,
    label,
    role,
    printed,
    section: null,
    level,
  })
}

export const line = row('line', 1)
export const sum = row('sum', 0)
export const ofWhich = row('ofWhich', 2)
export const memo = row('memo', 1)

/** Rows under a heading or a public board. */
export function section(name: string, ...rows: RowOf[]): RowOf[] {
  return rows.map((each) => ({ ...each, section: name }))
}

const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^Utfall/u, 'outcome'],
  [/^Budget/u, 'budget'],
  [/^Prognos/u, 'forecast'],
  [/^Plan/u, 'plan'],
  [/^Tillägg/u, 'addition'],
  [/^Förändring/u, 'change'],
  [/%$/u, 'scenario'],
]

/**
 * A column by its heading: `Utfall 2023`, `Budget 2025`, `Prognos 2024`, `Plan 2026`, `Tillägg 2025`, `+1 %`,
 * `Förändring Budget 2024 > Budget 2025`.
 */
function column(label: string): Column {
  const kind = kinds.find(([pattern]) => pattern.test(label))?.[1] ?? 'other'
  const compared = /^Förändring (.+) > (.+)$/u.exec(label)
  const shift =
    kind === 'scenario' ? new Decimal(label.replace(/[ %+]/gu, '').replace('−', '-')).div(100) : null
  return {
    key: label,
    label,
    kind,
    year: kind === 'change' || kind === 'scenario' ? null : Number(/\d{4}/u.exec(label)?.[0] ?? 0),
    compares: compared ? { from: compared[1] ?? '', to: compared[2] ?? '' } : null,
    shift,
  }
}

/** A printed figure as a cell: an empty string is a blank, `∅` nothing at all. */
export function cell(printed: string, unit: Unit, sourceLine: number | null = null): Cell | null {
  if (printed === '∅') return null
  const read = readPrintedNumber(printed)
  if (!read.ok) throw new Error(`No figure: ${printed}`)
  return {
    value: read.value,
    printed,
    decimals: read.decimals,
    unit: read.unit ?? unit,
    sourceLine,
    origin: 'outside',
  }
}

type TableOf = Partial<Pick<Table, 'key' | 'title' | 'chapter' | 'body' | 'unit'>>

/** A table whose rows stand on the lines 1, 2, 3 … of a file named after it. */
export function table(
  kind: TableKind,
  columns: string,
  rows: readonly (RowOf | RowOf[])[],
  more: TableOf = {},
): Table {
  const key =
    more.key ?? (more.body ? `${kind}-${more.body}` : more.chapter ? `${kind}-${more.chapter}` : kind)
  const unit = more.unit ?? 'mnkr'
  const all = rows.flat()
  const used = new Map<string, number>()
  return {
    key,
    title: more.title ?? key,
    kind,
    chapter: more.chapter ?? null,
    body: more.body ?? null,
    unit,
    source: `${key}.csv`,
    columns: columns.split('|').map((label) => column(label.trim())),
    rows: all.map((each, at): Row => {
      const name = each.section === null ? each.label : `${each.section}/${each.label}`
      const count = (used.get(name) ?? 0) + 1
      used.set(name, count)
      return {
        key: count === 1 ? name : `${name} ${count}`,
        label: each.label,
        section: each.section,
        level: each.level,
        kind: each.kind,
        ofWhichComplete: null,
        role: each.role,
        roleOrigin: 'recognised',
        unit,
        sourceLine: at + 1,
        cells: each.printed.map((printed) => cell(printed, unit)),
      }
    }),
  }
}

/** A book of the tables; the budget year is 2025 with the plan years 2026 and 2027. */
export function book(tables: readonly Table[], more: Partial<Book> = {}): Book {
  return {
    jurisdiction: 'Region Skogsbygden',
    budgetYear: 2025,
    planYears: [2026, 2027],
    unit: 'mnkr',
    decimals: 0,
    tables: [...tables],
    assignments: [],
    texts: [],
    ...more,
  }
}

/** An assignment to one board. */
export function assignment(
  key: string,
  publicBoard: string,
  text: string,
  amounts = '',
  more: Partial<BookAssignment> = {},
): BookAssignment {
  return {
    key,
    chapter: null,
    publicBoards: [publicBoard],
    consulted: [],
    kind: 'avsätta',
    text,
    theme: null,
    amounts,
    dueYear: null,
    sourceLine: 100,
    ...more,
  }
}

/** The book with one figure printed otherwise. */
export function reprinted(
  of: Book,
  tableKey: string,
  rowKey: string,
  columnKey: string,
  printed: string,
): Book {
  const tables = of.tables.map((each) => {
    if (each.key !== tableKey) return each
    const at = each.columns.findIndex(({ key }) => key === columnKey)
    if (at < 0) throw new Error(`No column ${columnKey} in ${tableKey}.`)
    if (!each.rows.some(({ key }) => key === rowKey)) throw new Error(`No row ${rowKey} in ${tableKey}.`)
    return {
      ...each,
      rows: each.rows.map((one) =>
        one.key === rowKey
          ? { ...one, cells: one.cells.with(at, cell(printed, one.cells[at]?.unit ?? one.unit)) }
          : one,
      ),
    }
  })
  return { ...of, tables }
}
