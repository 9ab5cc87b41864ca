import type { RawCell, RawRow } from '../raw-table.ts'
import { plainText } from '../words.ts'

/** What a column of a list-like file holds, by its heading in English or Swedish. */
export type Field =
  | 'table'
  | 'label'
  | 'level'
  | 'column'
  | 'value'
  | 'printed'
  | 'sourceLine'
  | 'section'
  | 'columnKind'
  | 'unit'
  | 'board'
  | 'chapter'
  | 'sort'
  | 'id'
  | 'boards'
  | 'consulted'
  | 'amounts'
  | 'dueYear'
  | 'theme'
  | 'text'

const words: Record<Field, readonly string[]> = {
  table: ['table', 'tabell'],
  label: [
    'row label',
    'label',
    'rad',
    'radrubrik',
    'benämning',
    'post',
    'förslag',
    'åtgärd',
    'satsning',
    'justering',
    'row',
    'text',
    'ändamål',
  ],
  level: ['level', 'nivå', 'indrag'],
  column: ['column', 'kolumn', 'kolumnrubrik'],
  value: ['value', 'värde', 'belopp', 'amount'],
  printed: ['printed', 'tryckt', 'som tryckt', 'utskrivet'],
  sourceLine: ['source line', 'källrad', 'rad i källan', 'line'],
  section: ['section', 'avsnitt', 'rubrik', 'grupp'],
  columnKind: ['column kind', 'kolumntyp', 'kolumnslag'],
  unit: ['unit', 'måttenhet', 'storhet', 'sort'],
  board: ['board', 'nämnd', 'nämnd styrelse', 'styrelse', 'ansvarig nämnd', 'nämnd bolag', 'public board'],
  chapter: ['chapter', 'kapitel', 'kap'],
  sort: ['kind', 'typ', 'slag'],
  id: ['id', 'nr', 'nummer', 'uppdragsnummer'],
  boards: ['boards', 'nämnder', 'ansvariga nämnder', 'public boards'],
  consulted: ['consulted', 'samråd', 'i samråd med'],
  amounts: ['amounts', 'belopp'],
  dueYear: ['deadline year', 'due year', 'klart år', 'senast år'],
  theme: ['theme', 'tema', 'ämne'],
  text: ['summary', 'uppdrag', 'uppdragstext', 'lydelse', 'text'],
}

const fieldsByWord = new Map<string, Field[]>()
for (const [field, list] of Object.entries(words) as [Field, readonly string[]][]) {
  for (const word of list)
    fieldsByWord.set(plainText(word), [...(fieldsByWord.get(plainText(word)) ?? []), field])
}

/** Where each field stands in a row of headings: the first column that names it, from 0. */
export function fieldsOf(row: RawRow): Map<Field, number> {
  const found = new Map<Field, number>()
  for (const [at, cell] of row.cells.entries()) {
    for (const field of fieldsByWord.get(plainText(cell?.text ?? '')) ?? []) {
      if (!found.has(field)) found.set(field, at)
    }
  }
  return found
}

/** The cell of a field in a row, or null. */
export function cellOf(row: RawRow, fields: ReadonlyMap<Field, number>, field: Field): RawCell | null {
  const at = fields.get(field)
  return at === undefined ? null : (row.cells[at] ?? null)
}

/** The text of a field, without spaces round it; empty where nothing stands. */
export function textOf(row: RawRow, fields: ReadonlyMap<Field, number>, field: Field): string {
  return cellOf(row, fields, field)?.text.trim() ?? ''
}

/** A whole number in a field, or null. */
export function wholeOf(row: RawRow, fields: ReadonlyMap<Field, number>, field: Field): number | null {
  const text = textOf(row, fields, field)
  return /^\d{1,9}$/u.test(text) ? Number(text) : null
}

/** True for a row without any text or number. */
export function isBlank(row: RawRow): boolean {
  return row.cells.every((cell) => cell === null || cell.text.trim() === '')
}
