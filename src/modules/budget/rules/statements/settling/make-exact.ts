import type { Structure } from '../structure/structure.ts'

/** A sum of leaves: how often each takes part, by variable. */
type Form = Map<number, bigint>

/**
 * Computes every quantity by its first formula from its leaves, in whole numbers of the smallest unit; and where a
 * second way of summing up gives something else, moves as few leaves as it takes (of each sum the least believed, and
 * of those the largest) until all ways agree. After this every formula holds exactly, whatever the printed figures were.
 * @param decided a value for each quantity and year; only those of leaves are used
 * @param doubt how little each one is believed
 */
export function makeExact(
  structure: Structure,
  decided: readonly bigint[],
  doubt: (variable: number) => number,
): bigint[] {
  const values = computed(structure, decided)
  const missing = secondWays(structure).filter((way) => gapOf(way, values) !== 0n)
  if (missing.length === 0) return values
  const leaves = [...decided]
  for (const [leaf, move] of corrections(structure, values, doubt))
    leaves[leaf] = (decided[leaf] ?? 0n) + move
  return computed(structure, leaves)
}

/** One way of summing a quantity up in one year. */
type Way = { target: number; of: readonly { variable: number; sign: 1 | -1 }[] }

function wayOf(structure: Structure, quantity: number, formulaAt: number, year: number): Way | null {
  const formula = structure.quantities.all[quantity]?.formulas[formulaAt]
  const years = structure.settings.years.length
  if (formula === undefined || (year === 0 && formula.some((term) => term.previous))) return null
  return {
    target: quantity * years + year,
    of: formula.map((term) => ({
      variable: term.of * years + year - (term.previous ? 1 : 0),
      sign: term.sign,
    })),
  }
}

function secondWays(structure: Structure): Way[] {
  const ways: Way[] = []
  for (const [quantity, { formulas }] of structure.quantities.all.entries()) {
    for (let formula = 1; formula < formulas.length; formula++) {
      for (let year = 0; year < structure.settings.years.length; year++) {
        const way = wayOf(structure, quantity, formula, year)
        if (way !== null) ways.push(way)
      }
    }
  }
  return ways
}

/** Every quantity and year by its first formula, year after year. */
function computed(structure: Structure, decided: readonly bigint[]): bigint[] {
  const values = [...decided]
  const years = structure.settings.years.length
  for (let year = 0; year < years; year++) {
    for (const quantity of structure.order) {
      const way = wayOf(structure, quantity, 0, year)
      if (way === null) continue
      let sum = 0n
      for (const { variable, sign } of way.of)
        sum += sign === 1 ? (values[variable] ?? 0n) : -(values[variable] ?? 0n)
      values[way.target] = sum
    }
  }
  return values
}

function gapOf(way: Way, values: readonly bigint[]): bigint {
  let gap = -(values[way.target] ?? 0n)
  for (const { variable, sign } of way.of)
    gap += sign === 1 ? (values[variable] ?? 0n) : -(values[variable] ?? 0n)
  return gap
}

/** Solves for the moves of leaves that close every gap: one leaf a gap, found by elimination in whole numbers. */
function corrections(
  structure: Structure,
  values: readonly bigint[],
  doubt: (variable: number) => number,
): Map<number, bigint> {
  const forms = leafForms(structure)
  const rows: { form: Form; gap: bigint; pivot: number }[] = []
  for (const way of secondWays(structure)) {
    const form: Form = new Map()
    add(form, forms(way.target), -1n)
    for (const { variable, sign } of way.of) add(form, forms(variable), BigInt(sign))
    let gap = -gapOf(way, values)
    for (const row of rows) {
      const times = form.get(row.pivot) ?? 0n
      if (times === 0n) continue
      add(form, row.form, -times)
      gap -= times * row.gap
    }
    const pivot = pivotOf(form, values, doubt)
    if (pivot === null) continue
    if (form.get(pivot) === -1n) {
      gap = -gap
      for (const [leaf, times] of form) form.set(leaf, -times)
    }
    for (const row of rows) {
      const times = row.form.get(pivot) ?? 0n
      if (times === 0n) continue
      add(row.form, form, -times)
      row.gap -= times * gap
    }
    rows.push({ form, gap, pivot })
  }
  return new Map(rows.map((row) => [row.pivot, row.gap]))
}

/** Of the leaves that take part once the least believed, and of those the largest. */
function pivotOf(form: Form, values: readonly bigint[], doubt: (variable: number) => number): number | null {
  const size = (leaf: number): bigint => {
    const value = values[leaf] ?? 0n
    return value < 0n ? -value : value
  }
  let best: number | null = null
  for (const [leaf, times] of form) {
    if (times !== 1n && times !== -1n) continue
    if (
      best === null ||
      doubt(leaf) > doubt(best) ||
      (doubt(leaf) === doubt(best) && size(leaf) > size(best))
    )
      best = leaf
  }
  return best
}

/** Each quantity and year as a sum of leaves. */
function leafForms(structure: Structure): (variable: number) => Form {
  const years = structure.settings.years.length
  const known = new Map<number, Form>()
  const formOf = (variable: number): Form => {
    const before = known.get(variable)
    if (before !== undefined) return before
    const way = wayOf(structure, Math.floor(variable / years), 0, variable % years)
    const form: Form = new Map()
    if (way === null) form.set(variable, 1n)
    else for (const part of way.of) add(form, formOf(part.variable), BigInt(part.sign))
    known.set(variable, form)
    return form
  }
  return formOf
}

function add(to: Form, form: Form, times: bigint): void {
  for (const [leaf, own] of form) {
    const sum = (to.get(leaf) ?? 0n) + own * times
    if (sum === 0n) to.delete(leaf)
    else to.set(leaf, sum)
  }
}
