export { checkBook, type CheckOptions } from './check.ts'
export { catalogue } from './catalogue.ts'
export type { Rule } from './rule.ts'
export { findingsOf, paramsOf } from './report.ts'
export type {
  Check,
  CheckClass,
  CheckReport,
  CheckSummary,
  Outcome,
  Part,
  Place,
  Sentence,
  Severity,
  SourceLine,
} from './report.ts'
