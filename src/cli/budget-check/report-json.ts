import type { Check, CheckReport } from '#modules/budget/rules/check/report.ts'
import type { ReadBook } from '#modules/budget/rules/reading/folder.ts'
import { readingTexts } from '#modules/budget/messages/reading.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { explanationOf, ruleName } from './explanation.ts'

/**
 * The report for other programs. Amounts are exact decimals as text with a point, in `unit`; null where something
 * is missing. `cause` is the same for findings that tell of one thing.
 */
export function reportJson({ book, problems }: ReadBook, report: CheckReport, language: Language) {
  return {
    summary: report.summary,
    findings: report.checks.slice(0, report.summary.findings).map((check) => finding(check, language)),
    book: { jurisdiction: book.jurisdiction, budgetYear: book.budgetYear, planYears: book.planYears },
    problems: problems.map(({ severity, place, message }) => ({
      severity,
      file: place.file,
      sheet: place.sheet,
      row: place.row,
      column: place.column,
      message: readingTexts.in(language)(message.key, message.params),
    })),
  }
}

function finding(check: Check, language: Language) {
  const { where } = check
  return {
    rule: check.rule,
    class: check.class,
    severity: check.severity,
    where: {
      table: where.table,
      row: where.row,
      column: where.column,
      tableLabel: where.tableLabel,
      sectionLabel: where.sectionLabel,
      rowLabel: where.rowLabel,
      columnLabel: where.columnLabel,
    },
    sourceLines: check.sourceLines.map(({ line }) => line),
    printed: check.printed?.toFixed() ?? null,
    computed: check.computed?.toFixed() ?? null,
    difference: check.difference?.toFixed() ?? null,
    explanation: explanationOf(check, language),
    // What follows says more than is needed to tell the finding.
    ruleName: ruleName(check.rule, language),
    tolerance: check.tolerance?.toFixed() ?? null,
    unit: check.unit,
    sources: check.sourceLines,
    id: check.id,
    cause: check.cause,
  }
}
