import { texts } from '#platform/i18n/texts.ts'
import en from './own.en.json' with { type: 'json' }
import sv from './own.sv.json' with { type: 'json' }

/** A member's own page, and the pages it leads to. */
export const ownTexts = texts(sv, en)
