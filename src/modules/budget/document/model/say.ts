import { Decimal } from 'decimal.js'
import { sentence } from '#platform/operations/sentence.ts'
import { checkTexts } from '../../messages/check.ts'
import { printNumber } from '../../rules/reading/print-number.ts'
import type { Check } from '../../rules/check/index.ts'

/** The most decimals a sentence says an amount with: a difference of 0,05 must not be said to be 0,1. */
const mostDecimals = 3

/** What a rule of the check is called. */
export function ruleName(rule: string): string {
  return sentence(checkTexts, 'sv', `check.rule.${rule}.name`) ?? rule
}

/** What a check says about its figures, in the language of the document; empty when it says nothing. */
export function saysOf({ explanation, decimals }: Check): string {
  if (explanation === null) return ''
  const params = Object.fromEntries(
    Object.entries(explanation.params).map(([name, value]) => [
      name,
      Decimal.isDecimal(value)
        ? printNumber(value, Math.min(mostDecimals, Math.max(decimals, value.decimalPlaces())))
        : value,
    ]),
  )
  return sentence(checkTexts, 'sv', explanation.key, params) ?? ''
}
