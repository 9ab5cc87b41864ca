import type { Term } from '../judge.ts'
import type { Place } from '../report.ts'
import type { Series } from '../rule.ts'
import { amountOf, cellAt, partAt, scaledAt, type RowView } from '../view.ts'
import { about, named, type Case, type Clue, type Finding } from './clue.ts'

/** A figure that several claims agree to be wrong, and what it would have to be. */
export type Suspect = { row: RowView; column: number; meant: number }

/** Every figure that takes part in a finding, with what another value of it does to the equation. */
export function figuresOf({ target, terms }: Finding): { term: Term; weight: number }[] {
  return [{ term: target, weight: target.factor }, ...terms.map((term) => ({ term, weight: -term.factor }))]
}

/** More figures than this make too many ways to fit by chance. */
export const manyFigures = 60

type Opinion = { finding: Finding; column: number; meant: number }

/**
 * Finds, for every finding, the figure whose one other value would make it and another claim hold at the same time,
 * and break none that holds. Two equations that ask for the same value of the same figure hardly do so by chance;
 * where two of its figures could be meant, nobody is suspected.
 */
export function findSuspects(findings: readonly Finding[], all: readonly Series[]): Map<Finding, Suspect> {
  const suspects = suspected(findings)
  const trusted = heldElsewhere(suspects, all)
  for (const [finding, { row, column }] of suspects) {
    if (trusted.has(partAt(row, column).where)) suspects.delete(finding)
  }
  return suspects
}

function suspected(findings: readonly Finding[]): Map<Finding, Suspect> {
  const opinions = new Map<RowView, Opinion[]>()
  for (const finding of findings) {
    for (const { row, column, meant } of wished(finding)) {
      const known = opinions.get(row)
      if (known) known.push({ finding, column, meant })
      else opinions.set(row, [{ finding, column, meant }])
    }
  }
  const suspects = new Map<Finding, Suspect>()
  for (const finding of findings) {
    const backed = wished(finding)
      .map((suspect) => ({ suspect, backers: backersOf(finding, suspect, opinions.get(suspect.row) ?? []) }))
      .filter(({ backers }) => backers > 0)
      .sort((a, b) => b.backers - a.backers)
    const [first, second] = backed
    if (first && first.backers > (second?.backers ?? 0)) suspects.set(finding, first.suspect)
  }
  return suspects
}

/** The suspected figures that another sum or statement, which holds, depends on. */
function heldElsewhere(suspects: ReadonlyMap<Finding, Suspect>, all: readonly Series[]): Set<Place> {
  const places = new Set([...suspects.values()].map(({ row, column }) => partAt(row, column).where))
  const held = new Set<Place>()
  if (places.size === 0) return held
  for (const { judged } of all) {
    for (const { check, target } of judged) {
      if (check.outcome === 'finding' || target === null) continue
      if (places.has(check.where)) held.add(check.where)
      for (const { where } of check.parts) if (places.has(where)) held.add(where)
    }
  }
  return held
}

/** What each figure of a finding would have to be for it to hold. */
function wished(finding: Finding): Suspect[] {
  const { target, terms, difference } = finding
  if (terms.length >= manyFigures) return []
  const own = difference * target.factor
  return figuresOf(finding).map(({ term: { row, column }, weight }) => ({
    row,
    column,
    meant: scaledAt(row, column) - own / weight,
  }))
}

/** How many other claims ask for the same value of the figure. */
function backersOf(finding: Finding, { column, meant }: Suspect, opinions: readonly Opinion[]): number {
  return opinions.filter(
    (other) =>
      other.column === column &&
      !isSameClaim(other.finding, finding) &&
      Math.abs(other.meant - meant) <= Math.max(other.finding.tolerance, finding.tolerance),
  ).length
}

const rowsOf = (finding: Finding): Set<RowView> =>
  new Set([finding.target.row, ...finding.terms.map(({ row }) => row)])

/** The same figures seen from two rules are one claim. */
function isSameClaim(one: Finding, other: Finding): boolean {
  if (one === other) return true
  const [a, b] = [rowsOf(one), rowsOf(other)]
  return a.size === b.size && [...a].every((row) => b.has(row))
}

/** Everything holds if this one figure is another. */
export function figureItself(one: Case, finding: Finding): Clue | null {
  const suspect = one.others.suspects.get(finding)
  if (!suspect) return null
  const { row, column, meant } = suspect
  return {
    sentence: {
      key: 'check.explain.figureItself',
      params: {
        ...named(row, column),
        printed: cellAt(row, column)?.value ?? 0,
        meant: amountOf(meant, one.context.quantum, partAt(row, column).unit),
      },
    },
    about: [about.cell(row, column)],
  }
}

/** Whether the suspected figure is the one the finding stands at. */
export function isOwn({ row, column }: Suspect, { target }: Finding): boolean {
  return row === target.row && column === target.column
}
