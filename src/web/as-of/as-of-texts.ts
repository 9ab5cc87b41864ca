import { texts } from '#platform/i18n/texts.ts'
import en from './as-of.en.json' with { type: 'json' }
import sv from './as-of.sv.json' with { type: 'json' }

/** The words with which a page is read as it was on another day. */
export const asOfTexts = texts(sv, en)
