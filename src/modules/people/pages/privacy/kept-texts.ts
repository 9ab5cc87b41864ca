import { texts } from '#platform/i18n/texts.ts'
import en from './kept.en.json' with { type: 'json' }
import sv from './kept.sv.json' with { type: 'json' }

/** What the tables and columns that tell of a person are called. */
export const keptTexts = texts(sv, en)
