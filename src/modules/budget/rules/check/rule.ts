import type { CheckContext } from './context.ts'
import type { Judged } from './judge.ts'
import type { CheckClass, Severity } from './report.ts'
import type { RowView } from './view.ts'

/** One rule of the catalogue. Rules know roles and arithmetic, never the labels of one document. */
export type Rule = {
  /** `family.claim`; also in the id of every check, so it must never change. */
  id: string
  class: CheckClass
  /** Of its findings, unless a check says otherwise. */
  severity: Severity
  /** Message key of its name. */
  name: string
  /** Message key of the law or practice it rests on. */
  source: string
  run(context: CheckContext): Series[]
}

/**
 * Checks of one claim over several columns: what is seen in all of them together tells more about the cause than
 * any one of them (a row is missing when the difference is that row in every column).
 */
export type Series = {
  judged: Judged[]
  /** Rows that might have been left out or counted in by mistake; compared in the column of each check's target. */
  candidates?: readonly RowView[]
  /** What its findings are about, in the words of `causes.ts`: findings that share a word have one cause. */
  about?: readonly string[]
}

/** Completes a rule with the message keys that follow from its id. */
export function rule(of: Omit<Rule, 'name' | 'source'>): Rule {
  return { ...of, name: `check.rule.${of.id}.name`, source: `check.rule.${of.id}.source` }
}
