import type { Translate } from '#platform/i18n/texts.ts'
import type { Unit } from '../../rules/book.ts'
import type { frameTexts } from '../book/frame-texts.ts'

type Keys = Parameters<ReturnType<typeof frameTexts.in>>[0]

const words = {
  kr: 'unit.kr',
  tkr: 'unit.tkr',
  mnkr: 'unit.mnkr',
  mdkr: 'unit.mdkr',
  percent: 'unit.percent',
  percentagePoints: 'unit.percentagePoints',
  öre: 'unit.ore',
  count: 'unit.count',
  other: 'unit.other',
} as const satisfies Record<Unit, Keys>

/** What amounts are counted in, in words: `mnkr`. */
export function unitWord(unit: string, t: Translate<Keys>): string {
  return unit in words ? t(words[unit as Unit]) : unit
}
