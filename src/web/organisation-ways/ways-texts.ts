import { texts } from '#platform/i18n/texts.ts'
import en from './ways.en.json' with { type: 'json' }
import sv from './ways.sv.json' with { type: 'json' }

/** What the pages about the organisation are called in the way between them. */
export const waysTexts = texts(sv, en)
