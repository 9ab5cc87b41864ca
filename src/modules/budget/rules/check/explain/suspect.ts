import type { Place } from '../report.ts'
import type { Series } from '../rule.ts'
import { amountOf, cellAt, partAt, scaledAt, type RowView } from '../view.ts'
import { about, named, type Case, type Clue, type Finding } from './clue.ts'

/** A figure and what it would have to be for a claim to hold. */
export type Wish = { row: RowView; column: number; meant: number }

/** More figures than this make too many ways to fit by chance. */
export const manyFigures = 60

/** What every figure of each finding would have to be; nothing for findings of very many figures. */
export function wishesOf(findings: readonly Finding[]): Map<Finding, Wish[]> {
  return new Map(findings.map((finding) => [finding, wished(finding)]))
}

function wished({ target, terms, difference }: Finding): Wish[] {
  if (terms.length >= manyFigures) return []
  const own = difference * target.factor
  const wishes = [
    { row: target.row, column: target.column, meant: scaledAt(target.row, target.column) - difference },
  ]
  for (const { row, column, factor } of terms) {
    wishes.push({ row, column, meant: scaledAt(row, column) + own / factor })
  }
  return wishes
}

type Opinion = { finding: Finding; column: number; meant: number }

/**
 * Finds, for every finding, the figure whose one other value would make it and another claim hold at the same time,
 * and break none that holds. Two equations that ask for the same value of the same figure hardly do so by chance;
 * where two of its figures could be meant, nobody is suspected.
 */
export function findSuspects(
  wishes: ReadonlyMap<Finding, readonly Wish[]>,
  all: readonly Series[],
): Map<Finding, Wish> {
  const suspects = suspected(wishes)
  const trusted = heldElsewhere(suspects, all)
  for (const [finding, { row, column }] of suspects) {
    if (trusted.has(partAt(row, column).where)) suspects.delete(finding)
  }
  return suspects
}

function suspected(wishes: ReadonlyMap<Finding, readonly Wish[]>): Map<Finding, Wish> {
  const opinions = new Map<RowView, Opinion[]>()
  for (const [finding, wanted] of wishes) {
    for (const { row, column, meant } of wanted) {
      const known = opinions.get(row)
      if (known) known.push({ finding, column, meant })
      else opinions.set(row, [{ finding, column, meant }])
    }
  }
  const suspects = new Map<Finding, Wish>()
  for (const [finding, wanted] of wishes) {
    let [most, several] = [0, false]
    let best: Wish | null = null
    for (const wish of wanted) {
      const backers = backersOf(finding, wish, opinions.get(wish.row) ?? [])
      if (backers === 0 || backers < most) continue
      several = backers === most
      most = backers
      best = wish
    }
    if (best && !several) suspects.set(finding, best)
  }
  return suspects
}

/** The suspected figures that another sum or statement, which holds, depends on. */
function heldElsewhere(suspects: ReadonlyMap<Finding, Wish>, all: readonly Series[]): Set<Place> {
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

/** How many other claims ask for the same value of the figure. */
function backersOf(finding: Finding, { column, meant }: Wish, opinions: readonly Opinion[]): number {
  let backers = 0
  for (const other of opinions) {
    if (other.column !== column || other.finding === finding) continue
    const tolerance = Math.max(other.finding.tolerance, finding.tolerance)
    if (Math.abs(other.meant - meant) <= tolerance && !isSameClaim(other.finding, finding)) backers++
  }
  return backers
}

/** The same figures seen from two rules are one claim. */
function isSameClaim(one: Finding, other: Finding): boolean {
  if (one.terms.length !== other.terms.length) return false
  const rows = new Set([one.target.row, ...one.terms.map(({ row }) => row)])
  return rows.has(other.target.row) && other.terms.every(({ row }) => rows.has(row))
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
export function isOwn({ row, column }: Wish, { target }: Finding): boolean {
  return row === target.row && column === target.column
}
