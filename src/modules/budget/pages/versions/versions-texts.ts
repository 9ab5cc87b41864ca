import { texts } from '#platform/i18n/texts.ts'
import en from './versions.en.json' with { type: 'json' }
import sv from './versions.sv.json' with { type: 'json' }

export const versionsTexts = texts(sv, en)
