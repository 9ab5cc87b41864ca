import { texts } from '#platform/i18n/texts.ts'
import en from './design.en.json' with { type: 'json' }
import sv from './design.sv.json' with { type: 'json' }

export const designTexts = texts(sv, en)
