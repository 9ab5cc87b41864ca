import { texts } from '#platform/i18n/texts.ts'
import en from './shell.en.json' with { type: 'json' }
import sv from './shell.sv.json' with { type: 'json' }

export const shellTexts = texts(sv, en)
