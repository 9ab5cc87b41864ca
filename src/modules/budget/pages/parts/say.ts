import type { Language } from '#platform/i18n/languages.ts'
import { sentence } from '#platform/operations/sentence.ts'
import type { ModuleTexts } from '#platform/operations/registry.ts'
import { printAmount } from './amount.tsx'

/** A message of the rules, as operations give it: amounts are still exact. */
export type SaidMessage = { key: string; params: Record<string, string | number | { amount: string }> }

/** Puts a message of the rules into words; amounts are printed with the given decimals. */
export function say(texts: ModuleTexts, language: Language, message: SaidMessage, decimals: number): string {
  const params = Object.fromEntries(
    Object.entries(message.params).map(([name, value]) => [
      name,
      typeof value === 'object'
        ? printAmount(value.amount, Math.max(decimals, decimalsOf(value.amount)))
        : value,
    ]),
  )
  return sentence(texts, language, message.key, params) ?? message.key
}

/** The decimals an exact amount needs, at most three: a difference of 0,05 must not be said to be 0,1. */
function decimalsOf(text: string): number {
  return Math.min(3, text.split('.')[1]?.length ?? 0)
}
