import type { Term } from './quantity.ts'
import type { Structure } from './structure.ts'

/**
 * Which way the quantities behind a figure move it: 1 when one more makes it one more, −1 when it makes it one less
 * (costs printed without a minus sign). Quantities that do not take part are not in the map.
 * @param formula the way the figure is summed up
 */
export function influenceOn(
  structure: Pick<Structure, 'quantities'>,
  formula: readonly Term[],
): ReadonlyMap<number, 1 | -1> {
  const influence = new Map<number, 1 | -1>()
  const walk = (terms: readonly Term[], sign: 1 | -1): void => {
    for (const term of terms) {
      if (term.previous || influence.has(term.of)) continue
      const own = term.sign === 1 ? sign : sign === 1 ? -1 : 1
      influence.set(term.of, own)
      walk(structure.quantities.all[term.of]?.formulas[0] ?? [], own)
    }
  }
  walk(formula, 1)
  return influence
}
