import { texts } from '#platform/i18n/texts.ts'
import en from './affiliations.en.json' with { type: 'json' }
import sv from './affiliations.sv.json' with { type: 'json' }

/** What members belong to beside us, on their own page and in their record. */
export const affiliationsTexts = texts(sv, en)
