import { texts } from '#platform/i18n/texts.ts'
import en from './account.en.json' with { type: 'json' }
import sv from './account.sv.json' with { type: 'json' }

export const accountTexts = texts(sv, en)
