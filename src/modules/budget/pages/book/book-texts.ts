import { texts } from '#platform/i18n/texts.ts'
import en from './book.en.json' with { type: 'json' }
import sv from './book.sv.json' with { type: 'json' }

export const bookTexts = texts(sv, en)
