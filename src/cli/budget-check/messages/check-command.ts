import { texts } from '../../../platform/i18n/texts.ts'
import en from './check-command.en.json' with { type: 'json' }
import sv from './check-command.sv.json' with { type: 'json' }

export const checkCommandTexts = texts(sv, en)
