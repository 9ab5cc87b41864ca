import { texts } from '#platform/i18n/texts.ts'
import en from './publish.en.json' with { type: 'json' }
import sv from './publish.sv.json' with { type: 'json' }

export const publishTexts = texts(sv, en)
