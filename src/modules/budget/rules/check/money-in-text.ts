import { amount, type Amount } from '../amount.ts'
import type { Unit } from '../book.ts'
import { exponentOf } from './view.ts'

/** An amount of money said in words. */
export type SaidAmount = {
  value: Amount
  unit: Unit
  /** The year said right after it, in parentheses or with a preposition. */
  year: number | null
  /** At most, up to, if somebody else pays too. */
  conditional: boolean
  /** As it stands, with the year in parentheses if one is said: `40 mnkr (2025)`. */
  text: string
}

const units: readonly (readonly [RegExp, Unit])[] = [
  [/^(?:mdkr|mdr|miljard)/iu, 'mdkr'],
  [/^(?:mnkr|mkr|msek|milj|mn)/iu, 'mnkr'],
  [/^(?:tkr|ksek|kkr|tusen)/iu, 'tkr'],
  [/^(?:kr|sek)/iu, 'kr'],
]

const said =
  /(?<![\d,.])(?<digits>\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)[ \u00a0\u202f]?(?<unit>mdkr|mdr\b|miljard(?:er)?|mnkr|mkr|msek|miljon(?:er)?|milj\b|tkr|ksek|kkr|tusen kronor|kronor|kr\b|sek\b)(?<after>[^;\d]{0,40}?(?<year>(?:19|20)\d\d))?/giu

const condition =
  /\b(?:max|maximum|högst|upp till|under förutsättning|villkor\p{L}*|conditional|up to|at most)\b/iu

/** The amounts of money a text names, in order. Shares, hours and öre are no amounts of money. */
export function saidAmounts(text: string): SaidAmount[] {
  if (!/\d/u.test(text)) return []
  return [...text.matchAll(said)].flatMap((match) => {
    const { digits, unit: word, after, year } = match.groups ?? {}
    const unit = units.find(([pattern]) => pattern.test(word ?? ''))?.[1]
    if (digits === undefined || unit === undefined) return []
    const end = text.indexOf(';', match.index)
    const around = text.slice(Math.max(0, match.index - 20), end < 0 ? undefined : end)
    return [
      {
        value: amount(digits.replaceAll(/[ \u00a0\u202f]/gu, '').replace(',', '.')),
        unit,
        year: year === undefined ? null : Number(year),
        conditional: condition.test(around),
        text: year === undefined ? match[0] : `${match[0].slice(0, -(after ?? '').length)} (${year})`,
      },
    ]
  })
}

/** The amount in quanta (see `quantumOf`); not always whole: text may be more exact than the tables. */
export function saidInQuanta({ value, unit }: SaidAmount, quantum: number): number {
  return value.times(amount(10).pow((exponentOf(unit) ?? quantum) - quantum)).toNumber()
}
