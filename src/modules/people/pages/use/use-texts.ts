import { texts } from '#platform/i18n/texts.ts'
import en from './use.en.json' with { type: 'json' }
import sv from './use.sv.json' with { type: 'json' }

/** The page about which units use the office. */
export const unitUseTexts = texts(sv, en)
