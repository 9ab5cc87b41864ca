import { texts } from '#platform/i18n/texts.ts'
import en from './tour.en.json' with { type: 'json' }
import sv from './tour.sv.json' with { type: 'json' }

export const tourTexts = texts(sv, en)
