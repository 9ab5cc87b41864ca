import type { Translate } from '#platform/i18n/texts.ts'
import { useTexts } from '#web/language.tsx'
import type { AmountSums, CarryingThing } from '../../rules/priorities/coverage.ts'
import { printExact } from '../../rules/priorities/print-exact.ts'
import { priorityTexts } from './priorities-texts.ts'

type Keys = Parameters<ReturnType<typeof priorityTexts.in>>[0]

const words = {
  kr: 'amountUnit.kr',
  tkr: 'amountUnit.tkr',
  mnkr: 'amountUnit.mnkr',
  mdkr: 'amountUnit.mdkr',
} as const satisfies Record<string, Keys>

/** What amounts are counted in, in words. */
export function amountUnit(unit: string, t: Translate<Keys>): string {
  return unit in words ? t(words[unit as keyof typeof words]) : unit
}

/** A thing's amounts on one line, after what it is called: each year that says something. */
export function ThingAmounts({ amounts }: { amounts: CarryingThing['amounts'] }) {
  const t = useTexts(priorityTexts)
  const said = Object.entries(amounts?.years ?? {}).flatMap(([year, amount]) =>
    amount === null ? [] : [{ year, amount }],
  )
  if (!amounts || said.length === 0) return null
  return said.map(({ year, amount }) => (
    <span key={year}>
      {' · '}
      {year}: <span className="amount">{printExact(amount, amounts.decimals)}</span>{' '}
      {amountUnit(amounts.unit, t)}
    </span>
  ))
}

/** A sum of a year, exact; nothing for a blank. */
export function YearSum({ sums, unit, year }: { sums: readonly AmountSums[]; unit: string; year: string }) {
  const own = sums.find((each) => each.unit === unit)
  const amount = own?.years.find((each) => each.year === year)?.amount ?? null
  return own && amount !== null ? <span className="amount">{printExact(amount, own.decimals)}</span> : null
}
