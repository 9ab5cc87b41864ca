import { texts } from '#platform/i18n/texts.ts'
import en from './reading.en.json' with { type: 'json' }
import sv from './reading.sv.json' with { type: 'json' }

export const readingTexts = texts(sv, en)
