import { texts } from '#platform/i18n/texts.ts'
import en from './compare.en.json' with { type: 'json' }
import sv from './compare.sv.json' with { type: 'json' }

export const compareTexts = texts(sv, en)
