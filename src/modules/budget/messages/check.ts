import { texts } from '#platform/i18n/texts.ts'
import en from './check.en.json' with { type: 'json' }
import sv from './check.sv.json' with { type: 'json' }

export const checkTexts = texts(sv, en)
