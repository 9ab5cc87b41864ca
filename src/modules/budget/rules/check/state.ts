import { ZERO, type Amount } from '../amount.ts'
import type { Unit } from '../book.ts'
import type { CheckContext } from './context.ts'
import { fingerprintOf, idAt, idOf, linesOf, none, partOf, type Judged, type Term } from './judge.ts'
import type { Outcome, Part, Place, Sentence, Severity, SourceLine } from './report.ts'
import type { Rule } from './rule.ts'
import { decimalsAt, partAt, printedAt, type RowView } from './view.ts'

/** What a check that is no sum has to say. */
export type Statement = {
  outcome: Outcome
  where: Place
  /** Cells that take part; their lines are the check's source lines. */
  parts: Part[]
  /** More lines, of what is no cell (an assignment, a text). */
  lines?: SourceLine[]
  printed?: Amount | null
  computed?: Amount | null
  difference?: Amount | null
  tolerance?: Amount | null
  unit?: Unit
  decimals?: number
  explanation?: Sentence
  severity?: Severity
  suffix?: string
}

/** Makes a check of a rule that compares ratios, looks for something missing, or reads text. */
export function state(context: CheckContext, rule: Rule, said: Statement): Judged {
  const printed = said.printed ?? null
  const computed = said.computed ?? null
  return {
    check: {
      id: idOf(rule, said.where, said.suffix),
      fingerprint: fingerprintOf(printed?.toString() ?? '', printed, computed),
      rule: rule.id,
      class: rule.class,
      outcome: said.outcome,
      severity: said.severity ?? rule.severity,
      where: said.where,
      sourceLines: [...(said.lines ?? []), ...linesOf(null, said.parts)],
      printed,
      computed,
      difference: said.difference ?? null,
      tolerance: said.tolerance ?? null,
      unit: said.unit ?? context.book.unit,
      decimals: said.decimals ?? context.book.decimals,
      parts: said.parts,
      explanation: said.outcome === 'finding' ? (said.explanation ?? null) : null,
      cause: null,
    },
    target: null,
    terms: none,
    difference: 0,
    tolerance: 0,
  }
}

/** What is said of one printed figure that is not held against a sum of others. */
export type CellStatement = {
  outcome: Outcome
  /** Cells that take part beside the figure itself. */
  terms: readonly Term[]
  /** In the figure's unit. */
  computed?: Amount | null
  tolerance?: Amount | null
  /** Made only of findings. */
  explain: () => Sentence
}

/** Makes a check of one figure: its place, lines, unit and difference are filled in. */
export function stateOf(
  context: CheckContext,
  rule: Rule,
  row: RowView,
  column: number,
  said: CellStatement,
): Judged {
  const own = partAt(row, column)
  const printed = printedAt(row, column)
  const { outcome, computed = null, tolerance = null } = said
  const parts = said.terms.map(partOf)
  return {
    check: {
      id: idAt(rule, row, column),
      fingerprint: fingerprintOf(own.printed, printed, computed),
      rule: rule.id,
      class: rule.class,
      outcome,
      severity: rule.severity,
      where: own.where,
      sourceLines: linesOf(own.sourceLine, parts),
      printed,
      computed,
      difference: computed === null ? null : computed === printed ? ZERO : (printed ?? ZERO).minus(computed),
      tolerance,
      unit: own.unit,
      decimals: decimalsAt(row, column) ?? context.book.decimals,
      parts,
      explanation: outcome === 'finding' ? said.explain() : null,
      cause: null,
    },
    target: null,
    terms: none,
    difference: 0,
    tolerance: 0,
  }
}
