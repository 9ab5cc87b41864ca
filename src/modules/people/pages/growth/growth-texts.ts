import { texts } from '#platform/i18n/texts.ts'
import en from './growth.en.json' with { type: 'json' }
import sv from './growth.sv.json' with { type: 'json' }

/** The pages about growth, areas and delegates. */
export const growthTexts = texts(sv, en)
