import { columnAt } from '../view.ts'
import { about, amountKey, nameOf, shown, tellingDigits, type Case, type Clue, type Finding } from './clue.ts'

/** Off by the same amount in several columns: there is one cause, whatever it is. */
export function sameDifference(one: Case, finding: Finding): Clue | null {
  const same = one.findings.filter((other) => other.difference === finding.difference)
  if (same.length < 2) return null
  return {
    sentence: {
      key: 'check.explain.sameDifference',
      params: {
        row: nameOf(finding.target.row),
        difference: shown(one, finding, finding.difference),
        columns: same.map(({ target }) => columnAt(target.row, target.column).label).join(', '),
      },
    },
    about: [about.row(finding.target.row)],
  }
}

/** Another claim is off by the same amount in the same year: probably one item is counted here and not there. */
export function sameAmountElsewhere(one: Case, finding: Finding): Clue | null {
  if (tellingDigits(finding.difference) < 4) return null
  const key = amountKey(finding)
  const other = one.others.byAmount.get(key)?.find(({ target }) => target.row !== finding.target.row)
  if (!other) return null
  const opposite = Math.sign(other.difference) !== Math.sign(finding.difference)
  return {
    sentence: {
      key: opposite ? 'check.explain.oppositeElsewhere' : 'check.explain.sameElsewhere',
      params: {
        row: nameOf(other.target.row),
        table: other.target.row.view.table.title,
        difference: shown(one, finding, finding.difference),
      },
    },
    about: [`amount:${key}`],
  }
}

/** Nothing shows the cause: what is printed and what it should be. */
export function plain(_: Case, { check, terms }: Finding): Clue {
  const [only] = terms
  const key =
    check.class === 'bridge'
      ? 'check.explain.bridge'
      : terms.length === 1
        ? 'check.explain.equal'
        : 'check.explain.sum'
  return {
    sentence: {
      key,
      params: {
        row: check.where.rowLabel ?? '',
        rows: terms.length,
        other: only ? nameOf(only.row) : '',
        table: only?.row.view.table.title ?? '',
        printed: check.printed ?? 0,
        computed: check.computed ?? 0,
        difference: check.difference ?? 0,
      },
    },
  }
}
