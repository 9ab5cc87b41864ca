import {
  about,
  nameOf,
  near,
  ruleKey,
  seen,
  shown,
  tellingDigits,
  type Case,
  type Clue,
  type Finding,
} from './clue.ts'
import { columnAt } from '../view.ts'

/**
 * Two rows of one rule are off by the same amount in opposite directions, in the same columns: what one has too
 * much the other lacks. One column of a round amount may be chance.
 */
export function mirrored(one: Case, finding: Finding): Clue | null {
  const opposite = seen(one, partnerOf, () => partner(one, finding))
  if (!opposite) return null
  if (one.findings.length < 2 && tellingDigits(finding.difference) < 3) return null
  const rows = [finding.target.row, opposite.target.row]
  return {
    sentence: {
      key: 'check.explain.mirrored',
      params: {
        row: subject(finding),
        other: subject(opposite),
        difference: shown(one, finding, finding.difference),
        columns: one.findings.length,
      },
    },
    about: rows.map(about.row),
  }
}

const partnerOf = Symbol('mirroring row')

/** The first finding of the only other row that mirrors this one. */
function partner(one: Case, finding: Finding): Finding | null {
  const rows = (one.others.byRule.get(ruleKey(finding)) ?? []).filter(
    (other) => other !== one && mirrors(one.findings, other.findings),
  )
  return rows.length === 1 ? (rows[0]?.findings[0] ?? null) : null
}

/** Sums of a summary are known by their board. */
function subject({ target }: Finding): string {
  return target.row.row.role === 'adjustedSum'
    ? (target.row.row.section ?? nameOf(target.row))
    : nameOf(target.row)
}

function mirrors(findings: readonly Finding[], others: readonly Finding[]): boolean {
  if (findings.length !== others.length) return false
  return findings.every(({ target, difference, tolerance }) => {
    const year = columnAt(target.row, target.column)
    return others.some((other) => {
      const there = columnAt(other.target.row, other.target.column)
      const sameColumn = there.year === year.year && there.kind === year.kind
      return sameColumn && near(other.difference, -difference, Math.min(tolerance, other.tolerance))
    })
  })
}
