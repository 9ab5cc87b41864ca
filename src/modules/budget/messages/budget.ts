import { texts } from '#platform/i18n/texts.ts'
import en from './budget.en.json' with { type: 'json' }
import sv from './budget.sv.json' with { type: 'json' }

export const budgetTexts = texts(sv, en)
