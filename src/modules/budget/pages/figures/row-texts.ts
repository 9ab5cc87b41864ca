import { texts } from '#platform/i18n/texts.ts'
import en from './row.en.json' with { type: 'json' }
import sv from './row.sv.json' with { type: 'json' }

export const rowTexts = texts(sv, en)
