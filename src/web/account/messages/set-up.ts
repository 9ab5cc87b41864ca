import { texts } from '#platform/i18n/texts.ts'
import en from './set-up.en.json' with { type: 'json' }
import sv from './set-up.sv.json' with { type: 'json' }

export const setUpTexts = texts(sv, en)
