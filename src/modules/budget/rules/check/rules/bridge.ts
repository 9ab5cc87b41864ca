import type { Column, TableKind } from '../../book.ts'
import type { Role } from '../../roles.ts'
import { isYearColumn, sameColumn } from '../columns.ts'
import { rowOf, tablesOf, type CheckContext, type Family } from '../context.ts'
import { judge, term, type Judged, type Term } from '../judge.ts'
import { rollForward } from '../roll-forward.ts'
import { rule, type Rule, type Series } from '../rule.ts'
import { signOf } from '../structure/polarity.ts'
import { columnAt, isMoney, scaledAt, type RowView } from '../view.ts'
import { countFindings } from './equal.ts'

/** A row of one statement in a bridge: of the year itself, of the year before, or what it grew by. */
export type Pier = {
  kind: TableKind
  /** The first of these that is printed; a list is added up. */
  roles: readonly (Role | readonly Role[])[]
  factor: number
  year?: 'before' | 'growth'
  /** Left out where it is not printed. */
  optional?: true
}

export type Bridge = {
  target: { kind: TableKind; role: Role; factor: number }
  /** What the target may be made of; the one that fits most years is meant. */
  definitions: readonly (readonly Pier[])[]
  /**
   * Only said when it holds in some year in which something else than 0 stands: else the document counts
   * differently and there is nothing to compare.
   */
  anchored: boolean
}

/** A rule over rows of several statements in a year, with what the year before ended with. */
export function bridge(id: string, { target, definitions, anchored }: Bridge): Rule {
  const self: Rule = rule({
    id: `bridge.${id}`,
    class: 'bridge',
    severity: 'warning',
    run: (context) =>
      context.families.flatMap((family): Series[] => {
        const row = rowOf(tablesOf(family, target.kind), target.role)
        if (!row) return []
        const [best = []] = definitions
          .map((piers) => judgeYears(context, self, family, term(row, 0, target.factor), piers))
          .filter((judged) => judged.length > 0)
          .sort((a, b) => countFindings(a) - countFindings(b))
        return best.length === 0 || (anchored && !best.some(holdsTellingly)) ? [] : [{ judged: best }]
      }),
  })
  return self
}

/** Whether a claim holds where something else than 0 stands. */
export function holdsTellingly({ check, target }: Judged): boolean {
  return check.outcome !== 'finding' && target !== null && scaledAt(target.row, target.column) !== 0
}

/** Years with a year before them where the bridge needs one, every year where it does not. */
function judgeYears(
  context: CheckContext,
  self: Rule,
  family: Family,
  { row, factor }: Term,
  piers: readonly Pier[],
): Judged[] {
  const judgeAt = (at: number, before: number | null): Judged | null => {
    const terms = termsOf(family, piers, row, at, before)
    return terms && isMoney(row, at) ? judge(context, self, term(row, at, factor), terms) : null
  }
  if (piers.some(({ year }) => year !== undefined)) return rollForward(context, row.view, judgeAt)
  return row.view.table.columns.flatMap((column, at) => {
    const one = isYearColumn(column) ? judgeAt(at, null) : null
    return one ? [one] : []
  })
}

/** Every pier as terms, or null when one of them is not printed. */
function termsOf(
  family: Family,
  piers: readonly Pier[],
  target: RowView,
  at: number,
  before: number | null,
): Term[] | null {
  const terms: Term[] = []
  for (const pier of piers) {
    const rows = rowsOf(family, pier)
    if (rows.length === 0 && pier.optional !== true) return null
    for (const row of rows) {
      const found = pierTerms(
        row,
        pier,
        columnAt(target, at),
        before === null ? null : columnAt(target, before),
      )
      if (!found) return null
      terms.push(...found)
    }
  }
  return terms
}

function rowsOf(family: Family, { kind, roles }: Pier): RowView[] {
  for (const wanted of roles) {
    const rows = [wanted].flat().flatMap((role) => rowOf(tablesOf(family, kind), role) ?? [])
    if (rows.length > 0) return rows
  }
  return []
}

function pierTerms(row: RowView, { factor, year }: Pier, now: Column, before: Column | null): Term[] | null {
  // A cost is taken as a cost, with whatever sign it is printed.
  const counted = row.row.role === 'depreciation' ? factor * signOf(row) : factor
  const wanted = [
    ...(year === 'before' ? [] : [{ column: now, by: counted }]),
    ...(year === undefined ? [] : [{ column: before, by: year === 'before' ? counted : -counted }]),
  ]
  const terms: Term[] = []
  for (const { column, by } of wanted) {
    const there = column ? sameColumn(row.view, column) : -1
    if (there < 0 || !isMoney(row, there)) return null
    terms.push(term(row, there, by))
  }
  return terms
}
