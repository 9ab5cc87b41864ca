import { texts } from '#platform/i18n/texts.ts'
import en from '../messages/summary.en.json' with { type: 'json' }
import sv from '../messages/summary.sv.json' with { type: 'json' }

export const summaryTexts = texts(sv, en)
