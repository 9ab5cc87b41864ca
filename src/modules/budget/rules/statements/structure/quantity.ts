import type { Role } from '../../roles.ts'

/**
 * One figure of the budget, over all compiled years, however many tables print it. A quantity without formulas is a
 * leaf: it is what it is in the base, plus what the version changes. All others are sums, so that everything that
 * prints them agrees before it is rounded.
 */
export type Quantity = {
  /** Says which figure it is, for tests and people who look inside. */
  key: string
  role: Role | null
  /**
   * Ways of summing it up that must all give the same; the first one computes it. The result of the year is one
   * quantity with a way through the income statement and one through the result requirements.
   */
  formulas: Term[][]
  /** For a figure no table prints (the rest of an of-which group): what it may be; null for printed figures. */
  unprinted: 'any' | 'notNegative' | 'notPositive' | null
}

export type Term = {
  /** The place of the other quantity in its budget. */
  of: number
  sign: 1 | -1
  /** The other quantity's figure one compiled year earlier. In the first year such a formula is not used. */
  previous: boolean
}

/** Where a quantity is printed: a row of a table, with the place of each compiled year's column (−1 for none). */
export type Place = {
  quantity: number
  table: number
  row: number
  columns: readonly number[]
}

/** The quantities of a whole budget and where they are printed. */
export class Quantities {
  readonly all: Quantity[] = []
  readonly places: Place[] = []
  private readonly byKey = new Map<string, number>()
  private readonly byRow = new Map<string, number>()

  /** The quantity of that key, made as a leaf when it is not there yet. */
  named(key: string, role: Role | null = null): number {
    const known = this.byKey.get(key)
    if (known !== undefined) return known
    const at = this.all.push({ key, role, formulas: [], unprinted: null }) - 1
    this.byKey.set(key, at)
    return at
  }

  /** The quantity of that key, or null. */
  find(key: string): number | null {
    return this.byKey.get(key) ?? null
  }

  /** A leaf no table prints: what is left of a whole when its printed parts are taken away. */
  rest(key: string, unprinted: NonNullable<Quantity['unprinted']>): number {
    const at = this.named(key)
    const quantity = this.all[at]
    if (quantity !== undefined) quantity.unprinted = unprinted
    return at
  }

  /**
   * One more way of summing the quantity up; a way that is already there is not added again. Parts that are all of
   * another sum are replaced by that sum, so that no figure is added up twice in different company.
   */
  sum(of: number, parts: readonly Term[]): void {
    const formulas = this.all[of]?.formulas
    const terms = this.withSums(of, parts)
    const same = (other: Term[]): boolean =>
      other.length === terms.length &&
      terms.every((term) =>
        other.some(
          (each) => each.of === term.of && each.sign === term.sign && each.previous === term.previous,
        ),
      )
    if (formulas !== undefined && !formulas.some(same)) formulas.push([...terms])
  }

  private withSums(of: number, parts: readonly Term[]): readonly Term[] {
    let terms = parts
    for (const [at, { formulas }] of this.all.entries()) {
      const own = formulas[0]
      if (at === of || own === undefined || own.length < 2 || own.length >= terms.length) continue
      const within = (term: Term): Term | undefined =>
        terms.find((each) => each.of === term.of && each.previous === term.previous)
      const sign = (within(own[0] ?? plusTerm(-1))?.sign ?? 0) * (own[0]?.sign ?? 0)
      if ((sign !== 1 && sign !== -1) || !own.every((term) => (within(term)?.sign ?? 0) * term.sign === sign))
        continue
      terms = [
        ...terms.filter((each) => !own.some((term) => term.of === each.of)),
        { of: at, sign, previous: false },
      ]
    }
    return terms
  }

  /** Says that the row prints the quantity. */
  print(quantity: number, table: number, row: number, columns: readonly number[]): void {
    this.places.push({ quantity, table, row, columns })
    this.byRow.set(`${table}/${row}`, quantity)
  }

  /** The quantity a row prints, or null. */
  at(table: number, row: number): number | null {
    return this.byRow.get(`${table}/${row}`) ?? null
  }

  /** What the quantity sums up, over all its formulas. */
  partsOf(quantity: number | null): number[] {
    return quantity === null ? [] : (this.all[quantity]?.formulas.flat().map((term) => term.of) ?? [])
  }

  isLeaf(quantity: number): boolean {
    return (this.all[quantity]?.formulas.length ?? 0) === 0
  }

  /** All quantities, each after those its first formula sums up in the same year. */
  inOrder(): number[] {
    const order: number[] = []
    const state = new Uint8Array(this.all.length)
    const visit = (at: number): void => {
      if (state[at] !== 0) return
      state[at] = 1
      for (const term of this.all[at]?.formulas[0] ?? []) if (!term.previous) visit(term.of)
      order.push(at)
    }
    for (let at = 0; at < this.all.length; at++) visit(at)
    return order
  }
}

/** A term that adds the quantity. */
export function plusTerm(of: number): Term {
  return { of, sign: 1, previous: false }
}
