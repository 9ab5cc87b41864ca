import { texts } from '#platform/i18n/texts.ts'
import en from './system.en.json' with { type: 'json' }
import sv from './system.sv.json' with { type: 'json' }

export const systemTexts = texts(sv, en)
