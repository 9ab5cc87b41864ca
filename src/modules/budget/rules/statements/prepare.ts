import { ZERO, type Amount } from '../amount.ts'
import type { Table } from '../book.ts'
import { stems } from '../reading/words.ts'
import type { Role } from '../roles.ts'
import { ofWhichGroups } from './structure/add-of-which.ts'
import { roleKey } from './structure/add-statement.ts'
import type { Unit } from './structure/add-units.ts'
import { bodyFinder, type BudgetBase } from './base.ts'
import type { BodyRow } from './structure/body.ts'
import type { StatementSettings } from './columns.ts'
import { influenceOn } from './structure/influence.ts'
import { roleLandings, type RoleLanding } from './landing/landing.ts'
import { printedFigures, type PrintedFigure } from './settling/printed-figure.ts'
import { settle, type Unsettled } from './settling/settle.ts'
import { structureOf, type Structure } from './structure/structure.ts'

/** A row about a body together with the rows of its parts and the unit tables that are about it. */
export type PreparedBody = {
  label: string
  quantity: number
  row: BodyRow
  parts: { label: string; quantity: number; stems: readonly string[] }[]
}

/**
 * A base understood and made exact: what every version of it is derived from. Made once a base; deriving a version
 * from it is the quick part.
 */
export type PreparedBase = {
  structure: Structure
  /** The base's exact figures by quantity and compiled year. */
  values: readonly (readonly Amount[])[]
  unsettled: readonly Unsettled[]
  result: number | null
  boards: readonly PreparedBody[]
  findBoard: (name: string | null) => number
  /** The sum of all appropriations, where the table prints one. */
  appropriationTotal: number | null
  requirements: readonly PreparedBody[]
  findRequirement: (name: string | null) => number
  /** Where financing and the appropriations meet: the group's own row among the result requirements. */
  groupFinancing: PreparedBody | null
  /** Units that receive the appropriation, or whose result the requirement is; by that row's quantity. */
  unitsByAppropriation: ReadonlyMap<number, readonly Unit[]>
  unitsByRequirement: ReadonlyMap<number, readonly Unit[]>
  /** Which way a unit's costs and income move its result, by unit. */
  unitInfluence: (unit: Unit) => ReadonlyMap<number, 1 | -1>
  landingOf: (role: Role) => RoleLanding | null
  /** Leaves of the same role which other tables print apart from the income statement. */
  apartOf: (role: Role) => readonly number[]
}

/**
 * Understands a base's tables and finds the exact figures behind the printed ones.
 * @param figures what the tables print, when it is not what stands in them (taking back adjustments)
 */
export function prepareBase(
  tables: readonly Table[],
  settings: StatementSettings,
  figures: (structure: Structure) => readonly PrintedFigure[] = printedFigures,
): PreparedBase {
  const structure = structureOf(tables, settings)
  const { values, unsettled } = settle(structure, figures(structure))
  return prepared(structure, values, unsettled)
}

/** Puts the ways into a base beside its values. */
export function prepared(
  structure: Structure,
  values: readonly (readonly Amount[])[],
  unsettled: readonly Unsettled[],
): PreparedBase {
  const { quantities } = structure
  const boards = bodies(structure.appropriations)
  const requirements = bodies(structure.requirements)
  const result = quantities.find(roleKey('resultOfTheYear'))
  const influences = new Map<Unit, ReadonlyMap<number, 1 | -1>>()
  const landingOf = roleLandings({ structure, values })
  const apart = new Map<Role, readonly number[]>()
  return {
    structure,
    values,
    unsettled,
    result,
    boards,
    findBoard: bodyFinder(boards.map((board) => board.label)),
    appropriationTotal: appropriationTotalOf(structure),
    requirements,
    findRequirement: bodyFinder(requirements.map((body) => body.label)),
    groupFinancing: groupFinancingOf(structure, requirements, result, values),
    unitsByAppropriation: unitsBy(structure.units, (unit) => unit.appropriation),
    unitsByRequirement: unitsBy(structure.units, (unit) => unit.requirement),
    unitInfluence: (unit) => {
      const known = influences.get(unit)
      if (known !== undefined) return known
      const formulas = unit.result === null ? [] : (quantities.all[unit.result]?.formulas ?? [])
      const own = formulas.find((formula) => formula.some((term) => term.of === unit.costsTotal)) ?? []
      const influence = influenceOn(structure, own)
      influences.set(unit, influence)
      return influence
    },
    landingOf,
    apartOf: (role) => {
      const known = apart.get(role)
      if (known !== undefined) return known
      const main = quantities.find(roleKey(role))
      const found = quantities.all.flatMap((quantity, at) =>
        quantity.role === role && at !== main && quantities.isLeaf(at) && isBeside(structure, at) ? [at] : [],
      )
      apart.set(role, found)
      return found
    },
  }
}

/** The last sum of the appropriations' table. */
function appropriationTotalOf(structure: Structure): number | null {
  const tableAt = structure.appropriations[0]?.tableAt ?? -1
  const row = structure.tables[tableAt]?.rows.findLastIndex((each) => each.kind === 'sum') ?? -1
  return row < 0 ? null : structure.quantities.at(tableAt, row)
}

/** Printed in the tax table or the sensitivity analysis only: a figure of a unit changes with the unit. */
function isBeside(structure: Structure, quantity: number): boolean {
  const kinds = structure.quantities.places.flatMap((place) =>
    place.quantity === quantity ? [structure.tables[place.table]?.kind] : [],
  )
  return kinds.length > 0 && kinds.every((kind) => kind === 'taxRevenue' || kind === 'sensitivityAnalysis')
}

function bodies(rows: readonly BodyRow[]): PreparedBody[] {
  const table = rows[0]?.table
  const groups = new Map(
    (table === undefined ? [] : ofWhichGroups(table)).map((group) => [group.whole, group.parts]),
  )
  const byRow = new Map(rows.map((row) => [row.rowAt, row]))
  return rows.map((row) => {
    const parts = (groups.get(row.rowAt) ?? []).flatMap((at) => byRow.get(at) ?? [])
    return {
      label: row.row.label,
      quantity: row.quantity,
      row,
      parts: parts.map((part) => ({
        label: part.row.label,
        quantity: part.quantity,
        stems: stems(part.row.label),
      })),
    }
  })
}

function unitsBy(
  units: readonly Unit[],
  by: (unit: Unit) => BodyRow | null,
): ReadonlyMap<number, readonly Unit[]> {
  const found = new Map<number, Unit[]>()
  for (const unit of units) {
    const quantity = by(unit)?.quantity
    if (quantity === undefined) continue
    const known = found.get(quantity)
    if (known === undefined) found.set(quantity, [unit])
    else known.push(unit)
  }
  return found
}

/** The row known as group financing; if none is, and the requirements make up the result, the largest line of them. */
function groupFinancingOf(
  structure: Structure,
  requirements: readonly PreparedBody[],
  result: number | null,
  values: readonly (readonly Amount[])[],
): PreparedBody | null {
  const known = requirements.find((body) => body.row.row.role === 'groupFinancing')
  if (known !== undefined) return known
  const isTotal =
    result !== null &&
    structure.quantities.places.some(
      (place) => place.quantity === result && structure.tables[place.table]?.kind === 'resultRequirements',
    )
  if (!isTotal) return null
  const size = (body: PreparedBody): Amount =>
    (values[body.quantity] ?? []).reduce((total, each) => total.plus(each.abs()), ZERO)
  return (
    requirements.filter((body) => body.row.row.kind === 'line').toSorted((a, b) => size(b).cmp(size(a)))[0] ??
    null
  )
}

/** The base as the workbench counts with it: appropriations by public board, and the result. */
export function budgetBaseOf(base: PreparedBase): BudgetBase {
  const blank = (
    body: { quantity: number },
    row: BodyRow['row'],
    columns: readonly number[],
  ): (Amount | null)[] =>
    columns.map((column, year) =>
      (row.cells[column]?.value ?? null) === null ? null : (base.values[body.quantity]?.[year] ?? null),
    )
  const { years } = base.structure.settings
  return {
    years,
    boards: base.boards
      .filter((board) => board.row.row.kind === 'line')
      .map((board) => {
        const columns =
          base.structure.quantities.places.find(
            (place) => place.table === board.row.tableAt && place.row === board.row.rowAt,
          )?.columns ?? []
        return {
          publicBoard: board.label,
          appropriation: blank(board, board.row.row, columns),
          parts: board.parts.map((part) => ({
            label: part.label,
            appropriation: years.map((_, year) => base.values[part.quantity]?.[year] ?? null),
          })),
        }
      }),
    result: years.map((_, year) =>
      base.result === null ? ZERO : (base.values[base.result]?.[year] ?? ZERO),
    ),
  }
}
