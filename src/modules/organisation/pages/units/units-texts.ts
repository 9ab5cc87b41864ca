import { texts } from '#platform/i18n/texts.ts'
import en from './units.en.json' with { type: 'json' }
import sv from './units.sv.json' with { type: 'json' }

/** The pages about how the organisation is built. */
export const unitTexts = texts(sv, en)
