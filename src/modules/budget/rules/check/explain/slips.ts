import type { Term } from '../judge.ts'
import { amountOf, cellAt, columnAt, halfAt, partAt, scaledAt } from '../view.ts'
import { nameOf, tellingDigits, type Case, type Clue, type Finding } from './clue.ts'
import { figuresOf, manyFigures } from './suspect.ts'

/** A figure of the equation as it may have been meant. */
type Slip = { term: Term; meant: number }

/** The figures that may have slipped: the suspected one alone, if one is. */
function figures(one: Case, finding: Finding): { term: Term; weight: number }[] {
  const all = figuresOf(finding)
  const suspect = one.others.suspects.get(finding)
  if (suspect) return all.filter(({ term }) => term.row === suspect.row && term.column === suspect.column)
  // Of two figures that should be one either may be wrong: the one that is held against the other is named.
  if (all.length === 2) return all.slice(0, 1)
  return all.length > manyFigures ? [] : all
}

/** The figures for which a value proposed by `propose` makes the equation hold. */
function slips(
  one: Case,
  finding: Finding,
  propose: (value: number, term: Term) => number[],
  toleranceOf: (term: Term, meant: number) => number = () => finding.tolerance,
): Slip[] {
  const difference = finding.difference * finding.target.factor
  return figures(one, finding).flatMap(({ term, weight }) => {
    const value = scaledAt(term.row, term.column)
    return propose(value, term)
      .filter(
        (meant) =>
          meant !== value && Math.abs(difference + weight * (meant - value)) <= toleranceOf(term, meant),
      )
      .map((meant) => ({ term, meant }))
  })
}

/** Only one figure fits: with several nobody can say which. */
function theOnly(found: readonly Slip[]): Slip | null {
  return found.length === 1 ? (found[0] ?? null) : null
}

function clue({ context }: Case, key: string, { term, meant }: Slip): Clue {
  const cell = cellAt(term.row, term.column)
  return {
    sentence: {
      key,
      params: {
        row: nameOf(term.row),
        column: columnAt(term.row, term.column).label,
        printed: cell?.value ?? 0,
        meant: amountOf(meant, context.quantum, partAt(term.row, term.column).unit),
      },
    },
  }
}

/** A figure with the wrong sign: the difference is twice the figure. */
export function signSlip(one: Case, finding: Finding): Clue | null {
  const found = slips(one, finding, (value) =>
    Math.abs(value) > 4 * finding.tolerance && tellingDigits(value) >= 2 ? [-value] : [],
  )
  const only = theOnly(found)
  return only && clue(one, 'check.explain.signSlip', only)
}

/** A figure typed in thousands instead of millions, or the other way round. */
export function unitSlip(one: Case, finding: Finding): Clue | null {
  const found = slips(
    one,
    finding,
    (value, term) => {
      if (tellingDigits(value) < 2) return []
      const step = 2 * halfAt(term.row, term.column)
      const smaller = Math.round(value / 1000 / step) * step
      return smaller === 0 ? [value * 1000] : [value * 1000, smaller]
    },
    // A figure in thousands of what it should be has lost three digits, and reaches as far as they do.
    ({ row, column }, meant) =>
      finding.tolerance +
      (Math.abs(meant) > Math.abs(scaledAt(row, column)) ? 1000 * halfAt(row, column) : 0),
  )
  const only = theOnly(found)
  return only && clue(one, 'check.explain.unitSlip', only)
}

const propose = (value: number, term: Term): number[] => swaps(value, 2 * halfAt(term.row, term.column))

/** Two digits that changed places: the difference is divisible by nine, and the swap makes the equation hold. */
export function transposedDigits(one: Case, finding: Finding): Clue | null {
  const others = one.series.judged.filter((judged) => judged.check.outcome !== 'finding')
  // Where the other columns hold to the last digit this one has to as well.
  const exactly = others.length > 0 && others.every((judged) => judged.difference === 0)
  const tolerance = exactly ? 0 : finding.tolerance
  if (Math.abs(finding.difference) < 4 * tolerance) return null
  const found = slips(one, finding, propose, () => tolerance)
  const only = theOnly(found)
  return only && clue(one, 'check.explain.transposedDigits', only)
}

/** The value with two neighbouring digits exchanged, in every way that changes it and keeps its length. */
function swaps(value: number, step: number): number[] {
  if (step === 0) return []
  const digits = String(Math.round(Math.abs(value) / step))
  if (digits.length < 3) return []
  return Array.from({ length: digits.length - 1 }, (_, at) => {
    const swapped = digits.slice(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.slice(at + 2)
    return swapped.startsWith('0') ? value : Math.sign(value) * Number(swapped) * step
  }).filter((meant) => meant !== value)
}
