import { texts } from '#platform/i18n/texts.ts'
import en from './access.en.json' with { type: 'json' }
import sv from './access.sv.json' with { type: 'json' }

/** The page about who has access. */
export const accessPageTexts = texts(sv, en)
