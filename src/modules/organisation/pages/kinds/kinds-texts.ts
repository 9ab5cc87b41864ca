import { texts } from '#platform/i18n/texts.ts'
import en from './kinds.en.json' with { type: 'json' }
import sv from './kinds.sv.json' with { type: 'json' }

/** The page where an organisation says what it calls its units, bodies and roles. */
export const kindsTexts = texts(sv, en)
