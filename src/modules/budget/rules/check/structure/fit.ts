import { BLANK, MONEY, OTHER, type RowView } from '../view.ts'

/** How well `factor · target = Σ factor · term` agrees with what is printed, over all columns. */
export type Fit = {
  /** Columns where every figure is an amount and the target is printed. */
  columns: number
  /** Of those, columns where something else than 0 stands. */
  telling: number
  /** Telling columns that agree within rounding. */
  agreeing: number
  /** All columns that agree, 0 = 0 included. */
  holding: number
  /** Sum of the differences of the columns that do not hold, in quanta. */
  off: number
}

export type Counted = { row: RowView; factor: number }

/** A running sum over all columns of one table, to which rows are added one by one. */
export class ColumnSums {
  readonly #sums: Float64Array
  readonly #reach: Float64Array
  /** 0 nothing added yet, 1 only zeros, 2 something; −1 a figure that is no amount. */
  readonly #content: Int8Array

  constructor(width: number) {
    this.#sums = new Float64Array(width)
    this.#reach = new Float64Array(width)
    this.#content = new Int8Array(width)
  }

  /** Begins again with nothing added. */
  clear(): this {
    this.#sums.fill(0)
    this.#reach.fill(0)
    this.#content.fill(0)
    return this
  }

  add({ view, offset }: RowView, factor: number): void {
    for (let column = 0; column < this.#sums.length; column++) {
      const state = view.state[offset + column]
      if (state === BLANK || this.#content[column] === -1) continue
      if (state === OTHER) {
        this.#content[column] = -1
        continue
      }
      const value = view.scaled[offset + column] ?? 0
      this.#sums[column] = (this.#sums[column] ?? 0) + factor * value
      this.#reach[column] = (this.#reach[column] ?? 0) + (view.half[offset + column] ?? 0)
      if (value !== 0) this.#content[column] = 2
      else if (this.#content[column] === 0) this.#content[column] = 1
    }
  }

  /**
   * How the sums agree with a printed row. A column where none of the rows prints anything is left out, unless the
   * target is 0: only the sums may be printed there.
   */
  against({ view, offset }: RowView, factor: number): Fit {
    const fit: Fit = { columns: 0, telling: 0, agreeing: 0, holding: 0, off: 0 }
    for (let column = 0; column < this.#sums.length; column++) {
      const content = this.#content[column]
      if (view.state[offset + column] !== MONEY || content === -1) continue
      const target = factor * (view.scaled[offset + column] ?? 0)
      if (content === 0 && target !== 0) continue
      const difference = Math.abs(target - (this.#sums[column] ?? 0))
      const tolerance = (this.#reach[column] ?? 0) + (view.half[offset + column] ?? 0)
      const telling = content === 2 || target !== 0
      fit.columns++
      if (telling) fit.telling++
      if (difference <= tolerance) {
        fit.holding++
        if (telling) fit.agreeing++
      } else fit.off += difference
    }
    return fit
  }
}

/** The fit of one hypothesis. */
export function fitOf(target: Counted, terms: readonly Counted[]): Fit {
  const sums = new ColumnSums(target.row.view.table.columns.length)
  for (const { row, factor } of terms) sums.add(row, factor)
  return sums.against(target.row, target.factor)
}

/** Holds in every column, and at least `telling` of them say something. */
export function fitsAll(fit: Fit, telling = 1): boolean {
  return fit.holding === fit.columns && fit.agreeing >= telling
}
