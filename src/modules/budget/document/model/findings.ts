import type { Check, CheckReport } from '../../rules/check/index.ts'
import type { StoredVersion } from '../../store/stored-book.ts'
import type { DocumentFinding, DocumentFindings } from './document.ts'
import { ruleName, saysOf } from './say.ts'

/** What the check of the compiled budget found, with what somebody has said about it. */
export function findingsOf(report: CheckReport, version: StoredVersion): DocumentFindings {
  const { checks, holds, rounding, findings } = report.summary
  const found = report.checks.slice(0, findings).map((check) => ({
    finding: findingOf(check, version),
    cause: check.cause ?? check.id,
  }))
  return {
    checks,
    holds,
    rounding,
    accepted: found.filter(({ finding }) => finding.note !== null).map(({ finding }) => finding),
    open: found.filter(({ finding }) => finding.note === null).map(({ finding }) => finding),
  }
}

function findingOf(check: Check, version: StoredVersion): DocumentFinding {
  const accepted = version.acceptances.find(
    (each) => each.findingId === check.id && each.fingerprint === check.fingerprint,
  )
  const { tableLabel, sectionLabel, rowLabel, columnLabel } = check.where
  return {
    rule: check.rule,
    name: ruleName(check.rule),
    says: saysOf(check),
    where: [tableLabel, sectionLabel, rowLabel, columnLabel].filter(Boolean).join(', '),
    severity: check.severity,
    note: accepted?.note ?? null,
  }
}
