import { texts } from '#platform/i18n/texts.ts'
import en from './figures.en.json' with { type: 'json' }
import sv from './figures.sv.json' with { type: 'json' }

export const figuresTexts = texts(sv, en)
