import { texts } from '#platform/i18n/texts.ts'
import en from './lists.en.json' with { type: 'json' }
import sv from './lists.sv.json' with { type: 'json' }

export const listTexts = texts(sv, en)
