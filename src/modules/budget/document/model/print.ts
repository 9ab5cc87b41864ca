import { ZERO, amount, round, type Amount } from '../../rules/amount.ts'
import type { Cell, CellOrigin, Unit } from '../../rules/book.ts'
import { printFigure } from '../../rules/statements/compiling/derived-cell.ts'
import type { Figure, Source } from './document.ts'

/** A blank, as it stands in a table. */
export function blank(unit: Unit): Figure {
  return { value: null, printed: '', decimals: 0, unit, origin: 'own', source: null }
}

/** A figure printed with the given decimals; null is a blank. */
export function figure(
  value: Amount | null,
  unit: Unit,
  decimals: number,
  more: { origin?: CellOrigin; source?: Source | null } = {},
): Figure {
  if (value === null) return blank(unit)
  return {
    value: exact(value),
    printed: printFigure(value, decimals, unit),
    decimals,
    unit,
    origin: more.origin ?? 'derived',
    source: more.source ?? null,
  }
}

/**
 * A cell of a compiled table. What somebody else printed with a hyphen or a narrow space is set like all other figures,
 * so that a document does not mix two ways to write a minus; the figure is the same.
 */
export function cellFigure(cell: Cell | null, file: string | null): Figure | null {
  if (cell === null) return null
  const source = cell.sourceLine === null ? null : { file, line: cell.sourceLine }
  if (cell.value === null) return { ...blank(cell.unit), origin: cell.origin, source }
  return figure(cell.value, cell.unit, cell.decimals, { origin: cell.origin, source })
}

/** An exact amount as text; −0 keeps its sign. */
export function exact(value: Amount): string {
  return value.isZero() && value.isNegative() ? '-0' : value.toFixed()
}

/** What part of a whole this is, in per cent with one decimal. */
export function share(part: Amount, whole: Amount): Figure {
  return figure(whole.isZero() ? null : round(part.div(whole).times(100), 1), 'percent', 1)
}

/** Several years' figures, blanks as 0. */
export function plain(figures: readonly (Amount | null)[]): Amount[] {
  return figures.map((each) => each ?? ZERO)
}

/** A stored amount; null for a blank. */
export function stored(text: string | null | undefined): Amount | null {
  return text === null || text === undefined ? null : amount(text)
}
