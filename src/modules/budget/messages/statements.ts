import { texts } from '#platform/i18n/texts.ts'
import en from './statements.en.json' with { type: 'json' }
import sv from './statements.sv.json' with { type: 'json' }

export const statementsTexts = texts(sv, en)
