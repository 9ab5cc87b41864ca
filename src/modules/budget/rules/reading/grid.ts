import type { Amount } from '../amount.ts'
import type { ColumnKind, TableKind, Unit } from '../book.ts'
import type { Message } from './message.ts'

/**
 * A table laid out as one row a line and one column a heading, whatever the file's own layout was (`layouts/`).
 * What the file says outright (level, unit, kind of column) stands here as a hint; null means that it has to be
 * recognised.
 */
export type Grid = {
  /** Stable within the book. */
  key: string
  title: string
  file: string
  sheet: string | null
  kind: TableKind | null
  body: string | null
  chapter: string | null
  unit: Unit | null
  headings: GridHeading[]
  rows: GridRow[]
  /** What the layout found wrong before anything was recognised. */
  problems: GridProblem[]
}

export type GridHeading = {
  text: string
  kind: ColumnKind | null
  line: number | null
  column: number | null
}

export type GridRow = {
  label: string
  section: string | null
  level: number | null
  /** Steps to the right as set, where the file shows it. */
  indent: number
  bold: boolean
  /** A word for what the row is, where the file has a column for it: `base`, `adjustment`, `sum`. */
  sort: string | null
  /** The line in the printed document; in a plain file the line or row itself. */
  sourceLine: number | null
  line: number
  cells: (GridCell | null)[]
}

export type GridCell = {
  text: string
  number: { value: Amount; decimals: number; unit: Unit | null } | null
  unit: Unit | null
  sourceLine: number | null
  line: number
  column: number
  error: boolean
}

export type GridProblem = { severity: Severity; line: number | null; column: number | null; message: Message }

/** `error`: a figure could not be taken in; `warning`: look at it; `notice`: what was taken for granted. */
export type Severity = 'error' | 'warning' | 'notice'

/** Titles that data files give as names: `resultatrakning`. */
const written: ReadonlyMap<string, string> = new Map([
  ['skatteintakter', 'Skatteintäkter'],
  ['resultatrakning', 'Resultaträkning'],
  ['resultatkrav', 'Resultatkrav'],
  ['resultat per enhet', 'Resultat per enhet'],
  ['anslag', 'Anslag'],
  ['kanslighetsanalys', 'Känslighetsanalys'],
  ['balansrakning', 'Balansräkning'],
  ['kassaflode', 'Kassaflöde'],
  ['kassaflodesanalys', 'Kassaflödesanalys'],
  ['finansieringsbudget', 'Finansieringsbudget'],
  ['adjustments', 'Sammanställning av justeringar'],
  ['chapter tables', 'Justeringar i kapitel'],
])

/** A title as people write it: names out of data files (`resultat_per_enhet: Locum AB`) become words, others stay. */
export function titleAsWritten(name: string): string {
  const [head = '', ...rest] = name.split(': ')
  const word = /^[a-z_-]+$/u.test(head) ? written.get(head.replace(/[_-]/gu, ' ')) : undefined
  return word === undefined ? name : [word, ...rest].join(': ')
}

/** A key of lower-case letters, digits and hyphens. */
export function slug(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^a-z\d]+/gu, '-')
    .replace(/^-+|-+$/gu, '')
}

/** Gives each key once: the second `kostnader` becomes `kostnader-2`. */
export function uniqueKeys(): (key: string) => string {
  const used = new Set<string>()
  const count = new Map<string, number>()
  return (key) => {
    const base = key === '' ? 'x' : key
    let number = count.get(base) ?? 0
    let unique: string
    do {
      number++
      unique = number === 1 ? base : `${base}-${number}`
    } while (used.has(unique))
    used.add(unique)
    count.set(base, number)
    return unique
  }
}
