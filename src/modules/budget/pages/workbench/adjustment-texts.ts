import { texts } from '#platform/i18n/texts.ts'
import en from './adjustment.en.json' with { type: 'json' }
import sv from './adjustment.sv.json' with { type: 'json' }

export const adjustmentTexts = texts(sv, en)
