import type { Term } from '../judge.ts'
import { amountOf, cellAt, columnAt, halfAt, partAt, scaledAt } from '../view.ts'
import { nameOf, tellingDigits, type Case, type Clue, type Finding } from './clue.ts'

/** A figure of the equation as it may have been meant. */
type Slip = { term: Term; meant: number }

/** Every figure that takes part, with what another value of it would do to the difference. */
function figures({ target, terms }: Finding): { term: Term; weight: number }[] {
  return [{ term: target, weight: target.factor }, ...terms.map((term) => ({ term, weight: -term.factor }))]
}

/** More figures than this make too many ways in which a slip could fit by chance. */
const atMost = 60

/** The figures for which a value proposed by `propose` makes the equation hold. */
function slips(finding: Finding, propose: (value: number, term: Term) => number[]): Slip[] {
  const difference = finding.difference * finding.target.factor
  const all = figures(finding)
  if (all.length > atMost) return []
  return all.flatMap(({ term, weight }) => {
    const value = scaledAt(term.row, term.column)
    return propose(value, term)
      .filter(
        (meant) => meant !== value && Math.abs(difference + weight * (meant - value)) <= finding.tolerance,
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
  const found = slips(finding, (value) =>
    Math.abs(value) > 4 * finding.tolerance && tellingDigits(value) >= 2 ? [-value] : [],
  )
  const only = theOnly(found)
  return only && clue(one, 'check.explain.signSlip', only)
}

/** A figure typed in thousands instead of millions, or the other way round. */
export function unitSlip(one: Case, finding: Finding): Clue | null {
  // A thousandth reaches as far as the digits it lost.
  const found = slips(finding, (value, term) => {
    if (tellingDigits(value) < 2) return []
    const step = 2 * halfAt(term.row, term.column)
    const smaller = Math.round(value / 1000 / step) * step
    return smaller === 0 ? [value * 1000] : [value * 1000, smaller]
  })
  const only = theOnly(found)
  return only && clue(one, 'check.explain.unitSlip', only)
}

/** Two digits that changed places: the difference is divisible by nine, and the swap makes the equation hold. */
export function transposedDigits(one: Case, finding: Finding): Clue | null {
  const others = one.series.judged.filter((judged) => judged.check.outcome !== 'finding')
  // Where the other columns hold to the last digit this one has to as well.
  const exactly = others.length > 0 && others.every((judged) => judged.difference === 0)
  const tolerance = exactly ? 0 : finding.tolerance
  if (Math.abs(finding.difference) < 4 * tolerance) return null
  const found = slips({ ...finding, tolerance }, (value, term) =>
    swaps(value, 2 * halfAt(term.row, term.column)),
  )
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
