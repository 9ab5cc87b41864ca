import type { Book, Unit } from '../book.ts'
import { readCsv } from './csv.ts'
import type { Grid } from './grid.ts'
import { gridsOfAdjustments, isAdjustments } from './layouts/adjustments.ts'
import { assignmentsOf, isAssignments } from './layouts/assignments.ts'
import { gridsOfLong, isLong } from './layouts/long.ts'
import type { RawTable } from './raw-table.ts'
import { emptyContext, type Context, type ReadingProblem, type Recognition } from './recognition.ts'
import { recogniseGrid } from './recognise.ts'
import { yearsOf } from './years.ts'

export type BookFile = { name: string; bytes: Uint8Array }
export type ReadBook = { book: Book; recognitions: Recognition[]; problems: ReadingProblem[] }

/** Reads a folder of CSV files to a book. */
export function readBookFolder(files: readonly BookFile[]): ReadBook {
  const raw = files
    .filter(({ name }) => /\.(?:csv|tsv|txt)$/iu.test(name))
    .map(({ name, bytes }) => readCsv(name, bytes))
  return bookFromTables(raw)
}

function bookFromTables(raw: readonly RawTable[]): ReadBook {
  const grids: Grid[] = []
  const lists: Recognition[] = []
  for (const table of raw) {
    if (isLong(table)) grids.push(...gridsOfLong(table))
    else if (isAdjustments(table)) grids.push(...gridsOfAdjustments(table))
    else if (isAssignments(table))
      lists.push({
        grid: null,
        context: emptyContext,
        table: null,
        assignments: assignmentsOf(table),
        questions: [],
        problems: [],
      })
  }
  const { budgetYear, planYears } = yearsOf(grids)
  const first: Context = { ...emptyContext, budgetYear, planYears }
  const unit = commonUnit(grids.map((grid) => recogniseGrid(grid, first).table?.unit ?? 'other'))
  const context: Context = { ...first, unit }
  const recognitions = [...grids.map((grid) => recogniseGrid(grid, context)), ...lists]
  const book: Book = {
    jurisdiction: '',
    budgetYear: budgetYear ?? 0,
    planYears,
    unit,
    decimals: 0,
    tables: recognitions.flatMap(({ table }) => (table === null ? [] : [table])),
    assignments: recognitions.flatMap(({ assignments }) => assignments),
    texts: [],
  }
  return { book, recognitions, problems: recognitions.flatMap(({ problems }) => problems) }
}

function commonUnit(units: readonly Unit[]): Unit {
  const known = units.filter((unit) => unit !== 'other')
  const count = (unit: Unit): number => known.filter((each) => each === unit).length
  return known.toSorted((a, b) => count(b) - count(a))[0] ?? 'other'
}
