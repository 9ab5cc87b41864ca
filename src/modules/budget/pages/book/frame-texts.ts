import { texts } from '#platform/i18n/texts.ts'
import en from './frame.en.json' with { type: 'json' }
import sv from './frame.sv.json' with { type: 'json' }

/** The words that stand on every page of a budget book; the rest of the overview's words are in book-texts.ts. */
export const frameTexts = texts(sv, en)
