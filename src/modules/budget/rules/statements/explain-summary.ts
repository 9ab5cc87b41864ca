import { ZERO, type Amount } from '../amount.ts'
import type { Unit } from '../book.ts'
import { bodyFinder, NO_BOARD } from './base.ts'
import type { Derived } from './derive.ts'
import { explanation, type Explanation } from './explanation.ts'
import { message } from './message.ts'
import { budgetBaseOf } from './prepare.ts'
import type { Place } from './structure/quantity.ts'
import { effectKey } from './summary.ts'
import { totals } from './totals.ts'
import { isBoardKind } from './version.ts'

/**
 * How a public board's sum is computed: its base proposal (with its source line) and every adjustment of it.
 * @param year the place of the year among the compiled years
 */
export function explainBoardSum(derived: Derived, publicBoard: string, year: number): Explanation | null {
  const base = budgetBaseOf(derived.base)
  const { boards } = totals(derived.version, base)
  const find = bodyFinder(boards.map((board) => board.publicBoard))
  const at = find(publicBoard)
  const board = boards[at]
  if (board === undefined) return null
  const { unit } = derived.base.structure.settings
  const effects = derived.effects.filter(
    (effect) => isBoardKind(effect.kind) && find(effect.publicBoard ?? NO_BOARD) === at,
  )
  return {
    ...explanation(
      'sum',
      message('statements.explain.boardSum', { board: board.publicBoard }),
      board.sum[year] ?? ZERO,
      unit,
    ),
    children: [
      baseOf(derived, board.publicBoard, year),
      ...effects.map((effect) => changeOf(effect.label, effect.id, effect.amounts[year] ?? null, 1, unit)),
    ],
  }
}

/** How our result is computed: the base's result, the financing and changed requirements, less all adjustments of appropriations. */
export function explainResult(derived: Derived, year: number): Explanation {
  const { unit } = derived.base.structure.settings
  const sums = totals(derived.version, budgetBaseOf(derived.base))
  const base = baseResultOf(derived, sums.baseResult[year] ?? ZERO, year)
  const financing = derived.effects
    .filter((effect) => !isBoardKind(effect.kind))
    .map((effect) => changeOf(effect.label, effect.id, effect.amounts[year] ?? null, 1, unit))
  const boards = sums.boards
    .filter((board) => !(board.adjustments[year] ?? ZERO).isZero())
    .map((board): Explanation => {
      const own = explainBoardSum(derived, board.publicBoard, year)
      return {
        ...explanation(
          'sum',
          message('statements.explain.boardAdjustments', { board: board.publicBoard }),
          board.adjustments[year] ?? ZERO,
          unit,
        ),
        sign: -1,
        children: own?.children.slice(1) ?? [],
      }
    })
  return {
    ...explanation('sum', message('statements.explain.ownResult'), sums.result[year] ?? ZERO, unit),
    children: [base, ...financing, ...boards],
  }
}

/**
 * How a figure of the compiled adjustment summary came about, by the key of its row (see `compileSummary`).
 * @param year the place of the year among the compiled years
 * @returns null for a row that is not there
 */
export function explainSummary(derived: Derived, rowKey: string, year: number): Explanation | null {
  const { unit } = derived.base.structure.settings
  const [kind, name = ''] = rowKey.split(/:(.*)/su)
  switch (kind) {
    case 'sum':
      return explainBoardSum(derived, name, year)
    case 'base':
      return explainBoardSum(derived, name, year)?.children[0] ?? null
    case 'total': {
      const sums = totals(derived.version, budgetBaseOf(derived.base))
      return {
        ...explanation('sum', message('statements.explain.total'), sums.appropriations[year] ?? ZERO, unit),
        children: sums.boards.flatMap((board) => explainBoardSum(derived, board.publicBoard, year) ?? []),
      }
    }
    case 'baseResult':
      return explainResult(derived, year).children[0] ?? null
    case 'ownResult':
      return explainResult(derived, year)
    default: {
      const effect = derived.effects.find((each) => effectKey(each.id) === rowKey)
      return effect ? changeOf(effect.label, effect.id, effect.amounts[year] ?? null, 1, unit) : null
    }
  }
}

function baseOf(derived: Derived, publicBoard: string, year: number): Explanation {
  const { base } = derived
  const { unit } = base.structure.settings
  const board = base.boards[base.findBoard(publicBoard)]
  const told = explanation(
    'base',
    message('statements.explain.baseProposal', { board: publicBoard }),
    board === undefined ? null : (base.values[board.quantity]?.[year] ?? null),
    unit,
  )
  return printedAt(
    derived,
    told,
    year,
    ({ table, row }) => table === board?.row.tableAt && row === board?.row.rowAt,
  )
}

/** The base's result is the result of the year of its income statement. */
function baseResultOf(derived: Derived, value: Amount, year: number): Explanation {
  const { structure, result } = derived.base
  const told = explanation('base', message('statements.explain.baseResult'), value, structure.settings.unit)
  return printedAt(
    derived,
    told,
    year,
    ({ quantity, table }) => quantity === result && structure.tables[table]?.kind === 'incomeStatement',
  )
}

/** The same with the first place that the base prints it in and the line of its source, if there is one. */
function printedAt(
  { base: { structure } }: Derived,
  told: Explanation,
  year: number,
  isPlace: (place: Place) => boolean,
): Explanation {
  const place = structure.quantities.places.find(isPlace)
  const table = structure.tables[place?.table ?? -1]
  const row = table?.rows[place?.row ?? -1]
  const at = place?.columns[year] ?? -1
  const column = table?.columns[at]
  if (table === undefined || row === undefined || column === undefined) return told
  const line = row.cells[at]?.sourceLine ?? row.sourceLine
  return {
    ...told,
    place: { table: table.key, row: row.key, column: column.key },
    sourceLine: line === null ? null : { source: table.source, line },
  }
}

function changeOf(label: string, id: string, value: Amount | null, sign: 1 | -1, unit: Unit): Explanation {
  return {
    ...explanation('change', message('statements.explain.adjustment', { label }), value, unit),
    sign,
    adjustment: id,
  }
}
