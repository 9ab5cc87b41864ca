import { texts } from '#platform/i18n/texts.ts'
import en from './anchoring.en.json' with { type: 'json' }
import sv from './anchoring.sv.json' with { type: 'json' }

/** The words of the pages about who asks whom before deciding. */
export const anchoringTexts = texts(sv, en)
