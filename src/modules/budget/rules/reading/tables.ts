import type { Unit } from '../book.ts'
import { uniqueKeys, type Grid } from './grid.ts'
import { gridsOfAdjustments, isAdjustments } from './layouts/adjustments.ts'
import { assignmentsOf, isAssignments } from './layouts/assignments.ts'
import { isBlank } from './layouts/fields.ts'
import { gridsOfLong, isLong } from './layouts/long.ts'
import { gridsOfWide, isWide } from './layouts/wide.ts'
import { unitTables } from './layouts/units.ts'
import { message, type Message } from './message.ts'
import { placeOf, type RawTable } from './raw-table.ts'
import { emptyContext, type Context, type Recognition } from './recognition.ts'
import { recogniseGrid, unitSaid } from './recognise.ts'
import { yearsOf } from './years.ts'

/** Raw tables laid out: grids still to be recognised, lists of assignments, and what could not be laid out. */
export type LaidOut = { grids: Grid[]; others: Recognition[] }

/**
 * Lays raw tables out by the layout each of them has. Tables of different files get different keys, even when
 * they are called the same.
 */
export function layOut(raw: readonly RawTable[]): LaidOut {
  const others: Recognition[] = []
  const grids = raw.flatMap((table): Grid[] => {
    if (isLong(table)) return gridsOfLong(table)
    if (isAdjustments(table)) return gridsOfAdjustments(table)
    if (isAssignments(table)) {
      others.push(listOf(table))
      return []
    }
    if (isWide(table)) return gridsOfWide(table).flatMap(unitTables)
    others.push(nothingIn(table))
    return []
  })
  const keyOnce = uniqueKeys()
  return { grids: grids.map((grid) => ({ ...grid, key: keyOnce(grid.key) })), others }
}

function listOf(table: RawTable): Recognition {
  return {
    grid: null,
    context: emptyContext,
    table: null,
    assignments: assignmentsOf(table),
    questions: [],
    problems: [],
  }
}

function nothingIn(table: RawTable): Recognition {
  const blank = table.rows.every(isBlank)
  const said: Message = blank
    ? message('reading.table.empty', { table: table.name })
    : message('reading.table.noHeadings', { table: table.name })
  const place = placeOf(table, table.rows[0]?.line ?? null, null)
  const severity = blank && table.sheet !== null ? 'notice' : 'error'
  return {
    grid: null,
    context: emptyContext,
    table: null,
    assignments: [],
    questions: [],
    problems: [{ severity, place, message: said }],
  }
}

/** What all the tables together tell: the budget year, the plan years and the unit, where nothing is known beforehand. */
export function contextOf(grids: readonly Grid[], known: Partial<Context> = {}): Context {
  const years = yearsOf(grids)
  const budgetYear = known.budgetYear ?? years.budgetYear
  const planYears = known.planYears?.length
    ? known.planYears
    : years.planYears.filter((year) => budgetYear === null || year > budgetYear)
  return { budgetYear, planYears, unit: known.unit ?? commonUnit(grids), answers: known.answers ?? {} }
}

function commonUnit(grids: readonly Grid[]): Unit | null {
  const counts = new Map<Unit, number>()
  for (const grid of grids) {
    const unit = unitSaid(grid)
    if (unit !== null && unit !== 'other') counts.set(unit, (counts.get(unit) ?? 0) + 1)
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}

/**
 * Recognises every table in what was read from files or pasted. `known` says what is decided beforehand (years,
 * unit, answers to earlier questions); the rest is told by the tables together. Never throws.
 */
export function recogniseTables(raw: readonly RawTable[], known: Partial<Context> = {}): Recognition[] {
  const { grids, others } = layOut(raw)
  const context = contextOf(grids, known)
  return [...grids.map((grid) => recogniseGrid(grid, context)), ...others]
}
