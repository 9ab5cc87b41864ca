import type { Translate } from '#platform/i18n/texts.ts'
import type { frameTexts } from '../book/frame-texts.ts'

type Keys = Parameters<ReturnType<typeof frameTexts.in>>[0]

/** What amounts are counted in, in words: `mnkr`. */
export function unitWord(unit: string, t: Translate<Keys>): string {
  const known = ['kr', 'tkr', 'mnkr', 'mdkr', 'percent'] as const
  const found = known.find((each) => each === unit)
  return found ? t(`unit.${found}`) : unit
}
