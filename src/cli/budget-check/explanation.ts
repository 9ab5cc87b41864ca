import { checkTexts } from '#modules/budget/messages/check.ts'
import type { Amount } from '#modules/budget/rules/amount.ts'
import { paramsOf, type Check } from '#modules/budget/rules/check/report.ts'
import { printNumber } from '#modules/budget/rules/reading/print-number.ts'
import type { Language } from '../../platform/i18n/languages.ts'

/** What a finding tells, as a sentence; empty for what is no finding. */
export function explanationOf(check: Check, language: Language): string {
  if (!check.explanation) return ''
  const show = (amount: Amount) =>
    printNumber(amount, Math.max(check.decimals, Math.min(3, amount.decimalPlaces())))
  return checkTexts.in(language)(
    check.explanation.key as Parameters<ReturnType<typeof checkTexts.in>>[0],
    paramsOf(check.explanation, show),
  )
}

/** What a rule is called. */
export function ruleName(rule: string, language: Language): string {
  return checkTexts.in(language)(`check.rule.${rule}.name` as Parameters<ReturnType<typeof checkTexts.in>>[0])
}
