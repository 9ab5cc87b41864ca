import { texts } from '#platform/i18n/texts.ts'
import en from './documents.en.json' with { type: 'json' }
import sv from './documents.sv.json' with { type: 'json' }

/** The words of the pages about what bodies work by. */
export const documentTexts = texts(sv, en)
