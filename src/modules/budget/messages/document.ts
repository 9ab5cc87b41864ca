import { texts } from '#platform/i18n/texts.ts'
import en from './document.en.json' with { type: 'json' }
import sv from './document.sv.json' with { type: 'json' }

/** What a budget document says in its own words, and what is said about its texts. */
export const documentTexts = texts(sv, en)
