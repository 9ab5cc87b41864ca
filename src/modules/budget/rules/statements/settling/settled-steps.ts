import { ZERO, type Amount } from '../../amount.ts'
import type { Unit } from '../../book.ts'
import { powersBetween } from '../columns.ts'
import { printFigure } from '../compiling/derived-cell.ts'
import type { Step } from '../structure/draft.ts'
import { message } from '../message.ts'
import { cellOf } from './printed-figure.ts'
import type { Unsettled } from './settle.ts'

/** A printed figure that does not agree with the others. */
export type Contradiction = {
  place: { table: string; row: string; column: string }
  sourceLine: number | null
  /** As it stands, in the unit of its cell. */
  printed: Amount
  /** What agrees with everything else. */
  agreed: Amount
  /** Could rounding alone explain it? */
  rounding: boolean
}

/** What printed figures had to give way to, as it stands in the tables. */
export function contradictionOf({ figure, settled, rounding }: Unsettled, unit: Unit): Contradiction {
  const { table, row } = figure
  const cell = cellOf(figure)
  const printed = cell?.value ?? ZERO
  const off = settled.minus(figure.value).times(`1e${powersBetween(unit, cell?.unit ?? row.unit)}`)
  return {
    place: { table: table.key, row: row.key, column: table.columns[figure.column]?.key ?? '' },
    sourceLine: cell?.sourceLine ?? row.sourceLine,
    printed,
    agreed: printed.plus(off),
    rounding,
  }
}

/** One step for each printed figure that had to give way: contradictions first, then mere rounding. */
export function settledSteps(unsettled: readonly Unsettled[], unit: Unit): Step[] {
  return unsettled
    .toSorted((a, b) => Number(a.rounding) - Number(b.rounding))
    .map((each): Step => {
      const { table, row, column } = each.figure
      const { place, printed, agreed } = contradictionOf(each, unit)
      const cell = cellOf(each.figure)
      const shown = (value: Amount): string => printFigure(value, cell?.decimals ?? 0, cell?.unit ?? unit)
      return {
        kind: 'settled',
        message: message(each.rounding ? 'statements.settled.rounding' : 'statements.settled.contradiction', {
          table: table.title,
          row: row.label,
          column: table.columns[column]?.label ?? '',
          printed: shown(printed),
          settled: shown(agreed),
          difference: shown(agreed.minus(printed)),
        }),
        place,
        adjustment: null,
      }
    })
}
