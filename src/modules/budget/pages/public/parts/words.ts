import type { Translate } from '#platform/i18n/texts.ts'
import type { Source } from '../../../document/model/document.ts'
import type { publicTexts } from '../public-texts.ts'

type Say = Translate<Parameters<ReturnType<typeof publicTexts.in>>[0]>

const units = ['kr', 'tkr', 'mnkr', 'mdkr', 'percent'] as const

/** What amounts are counted in, written out: `miljoner kronor`. */
export function unitName(unit: string, t: Say): string {
  const known = units.find((each) => each === unit)
  return known ? t(`unit.${known}`) : unit
}

/** Where a figure stands in what was read in: `statements.csv, rad 3612`. */
export function sourceWords({ file, line }: Source, t: Say): string {
  return file === null
    ? t('source.lineOnly', { line: String(line) })
    : t('source.line', { file, line: String(line) })
}

/** How large a file is: `976 kB`. */
export function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
