import type { Book } from '#modules/budget/rules/book.ts'
import type { Check, CheckReport, SourceLine } from '#modules/budget/rules/check/report.ts'
import { printNumber } from '#modules/budget/rules/reading/print-number.ts'
import type { Language } from '../../platform/i18n/languages.ts'
import { explanationOf, ruleName } from './explanation.ts'
import { checkCommandTexts } from './messages/check-command.ts'
import { wrapped } from './wrapped.ts'

/** Of a cause that shows in many figures, the first are enough to understand it. */
const figuresShown = 4
const widestLine = 100

export type TextOptions = { all: boolean; language: Language; width: number | null }

/** The report for people: what was checked, then cause by cause what is wrong, where, and by how much. */
export function reportText(book: Book, report: CheckReport, options: TextOptions): string {
  const t = checkCommandTexts.in(options.language)
  const groups = groupsOf(report.checks.slice(0, report.summary.findings))
  const years = [book.budgetYear, ...book.planYears]
  const title =
    `${book.jurisdiction} ${years.length > 1 ? `${years[0]}–${years.at(-1)}` : (years[0] ?? '')}`.trim()
  return [
    `${title}\n${t('summary', { ...report.summary, causes: groups.length })}\n`,
    ...groups.map((group) => groupText(group, options)),
    groups.length === 0 ? `${t('noFindings')}\n` : '',
  ]
    .filter(Boolean)
    .join('\n')
}

function groupsOf(findings: readonly Check[]): Check[][] {
  return [...Map.groupBy(findings, (check) => check.cause ?? check.id).values()]
}

function groupText(group: readonly Check[], { all, language, width }: TextOptions): string {
  const t = checkCommandTexts.in(language)
  const first = group[0]!
  const sentences = [...new Set(group.map((check) => explanationOf(check, language)).filter(Boolean))]
  const shown = all ? group : group.slice(0, figuresShown)
  const line = Math.min(width ?? widestLine, widestLine)
  return [
    `${t(`severity.${first.severity}`).toUpperCase()}  ${ruleName(first.rule, language)}\n`,
    ...(all ? sentences : sentences.slice(0, 2)).map((each) => wrapped(each, line, '  ')),
    figures(shown, language),
    shown.length < group.length ? `  ${t('more', { count: group.length - shown.length })}\n` : '',
  ].join('')
}

/** Each figure on two lines: where it stands, then what is printed, computed and the difference, under one another. */
function figures(checks: readonly Check[], language: Language): string {
  const t = checkCommandTexts.in(language)
  const amounts = checks.map((check) => [
    amountText(check, check.printed),
    amountText(check, check.computed),
    amountText(check, check.difference, true),
  ])
  const widths = [0, 1, 2].map((at) => Math.max(...amounts.map((row) => row[at]!.length)))
  return checks
    .map((check, index) => {
      const cells = amounts[index]!.map((text, at) => text.padStart(widths[at]!))
      const said = [
        `${t('printed')} ${cells[0]}`,
        `${t('computed')} ${cells[1]}`,
        `${t('difference')} ${cells[2]}`,
        sourcesOf(check.sourceLines, language),
      ]
      return `  · ${placeOf(check)}\n      ${said.filter(Boolean).join('   ')}\n`
    })
    .join('')
}

function amountText(check: Check, amount: Check['printed'], signed = false): string {
  if (amount === null) return '–'
  const printed = printNumber(amount, Math.max(check.decimals, Math.min(3, amount.decimalPlaces())))
  return signed && amount.gt(0) ? `+${printed}` : printed
}

function placeOf({ where }: Check): string {
  const row = [where.sectionLabel, where.rowLabel].filter(Boolean).join(', ')
  return [where.tableLabel, row, where.columnLabel].filter(Boolean).join(' · ')
}

/** `adjustments.csv 12, 13; statements.csv 408`, at most a few lines of each file. */
function sourcesOf(lines: readonly SourceLine[], language: Language): string {
  const t = checkCommandTexts.in(language)
  const byFile = Map.groupBy(lines, ({ source }) => source ?? '')
  return [...byFile]
    .map(([file, ofFile]) => {
      const numbers = [...new Set(ofFile.map(({ line }) => line))]
      const said = numbers.length > 5 ? `${numbers.slice(0, 4).join(', ')} …` : numbers.join(', ')
      return `${file} ${t('lines', { count: numbers.length, lines: said })}`.trim()
    })
    .join('; ')
}
