import { amountOf, cellAt, columnAt, halfAt, partAt, scaledAt } from '../view.ts'
import { nameOf, tellingDigits, type Case, type Clue, type Finding } from './clue.ts'
import { manyFigures, type Wish } from './suspect.ts'

/** The figures that may have slipped, and what each would have to be: the suspected one alone, if one is. */
function figures(one: Case, finding: Finding): readonly Wish[] {
  const wishes = one.others.wishes.get(finding) ?? []
  const suspect = one.others.suspects.get(finding)
  if (suspect) return [suspect]
  // Of two figures that should be one either may be wrong: the one that is held against the other is named.
  if (wishes.length === 2) return wishes.slice(0, 1)
  return wishes.length > manyFigures ? [] : wishes
}

/**
 * The only figure that could have slipped in a certain way, as it was meant: with several nobody can say which.
 * @param slipped what the figure was meant as, if it came to be printed by this slip; NaN if not
 */
function theOnly(one: Case, finding: Finding, slipped: (wish: Wish, value: number) => number): Wish | null {
  let found: Wish | null = null
  for (const wish of figures(one, finding)) {
    const meant = slipped(wish, scaledAt(wish.row, wish.column))
    if (Number.isNaN(meant)) continue
    if (found) return null
    found = { ...wish, meant }
  }
  return found
}

function clue({ context }: Case, key: string, wish: Wish | null): Clue | null {
  if (!wish) return null
  const { row, column, meant } = wish
  return {
    sentence: {
      key,
      params: {
        row: nameOf(row),
        column: columnAt(row, column).label,
        printed: cellAt(row, column)?.value ?? 0,
        meant: amountOf(meant, context.quantum, partAt(row, column).unit),
      },
    },
  }
}

/** A figure with the wrong sign: the difference is twice the figure. */
export function signSlip(one: Case, finding: Finding): Clue | null {
  const { tolerance } = finding
  const only = theOnly(one, finding, ({ meant }, value) => {
    const turned = Math.abs(meant + value) <= tolerance && Math.abs(value) > 4 * tolerance
    return turned && tellingDigits(value) >= 2 ? -value : NaN
  })
  return clue(one, 'check.explain.signSlip', only)
}

/** A figure typed in thousands instead of millions, or the other way round. */
export function unitSlip(one: Case, finding: Finding): Clue | null {
  const only = theOnly(one, finding, ({ row, column, meant }, value) => {
    if (value === 0 || tellingDigits(value) < 2) return NaN
    // A figure in thousands of what it should be has lost three digits, and reaches as far as they do.
    const half = halfAt(row, column)
    if (Math.abs(meant - value * 1000) <= finding.tolerance + 1000 * half) return value * 1000
    const smaller = Math.round(value / 1000 / (2 * half)) * 2 * half
    return smaller !== 0 && Math.abs(meant - smaller) <= finding.tolerance ? smaller : NaN
  })
  return clue(one, 'check.explain.unitSlip', only)
}

/** Two digits that changed places: the difference is divisible by nine, and the swap makes the equation hold. */
export function transposedDigits(one: Case, finding: Finding): Clue | null {
  const others = one.series.judged.filter((judged) => judged.check.outcome !== 'finding')
  // Where the other columns hold to the last digit this one has to as well.
  const exactly = others.length > 0 && others.every((judged) => judged.difference === 0)
  const tolerance = exactly ? 0 : finding.tolerance
  if (Math.abs(finding.difference) < 4 * tolerance) return null
  const only = theOnly(one, finding, ({ row, column, meant }, value) =>
    swapped(value, meant, 2 * halfAt(row, column), tolerance),
  )
  return clue(one, 'check.explain.transposedDigits', only)
}

/** The value with two neighbouring digits exchanged so that it comes to what is meant; NaN if no exchange does. */
function swapped(value: number, meant: number, step: number, tolerance: number): number {
  const digits = Math.round(Math.abs(value) / step)
  if (step === 0 || digits < 100) return NaN
  for (let place = 1; place * 10 <= digits; place *= 10) {
    const low = Math.floor(digits / place) % 10
    const high = Math.floor(digits / (place * 10)) % 10
    // A number does not begin with 0.
    if (low === high || (low === 0 && place * 100 > digits)) continue
    const other = Math.sign(value) * (digits + (low - high) * 9 * place) * step
    if (Math.abs(meant - other) <= tolerance) return other
  }
  return NaN
}
