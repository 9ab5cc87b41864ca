import { texts } from '#platform/i18n/texts.ts'
import en from './affiliates.en.json' with { type: 'json' }
import sv from './affiliates.sv.json' with { type: 'json' }

/** The words of the page about affiliated organisations. */
export const affiliateTexts = texts(sv, en)
