import { texts } from '../../../platform/i18n/texts.ts'
import en from './demo.en.json' with { type: 'json' }
import sv from './demo.sv.json' with { type: 'json' }

export const demoTexts = texts(sv, en)
