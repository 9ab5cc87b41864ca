import { texts } from '#platform/i18n/texts.ts'
import en from './venues.en.json' with { type: 'json' }
import sv from './venues.sv.json' with { type: 'json' }

/** The pages about premises, and the words for what they have. */
export const venueTexts = texts(sv, en)
