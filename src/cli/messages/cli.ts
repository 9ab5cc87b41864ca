import { texts } from '../../platform/i18n/texts.ts'
import en from './cli.en.json' with { type: 'json' }
import sv from './cli.sv.json' with { type: 'json' }

export const cliTexts = texts(sv, en)
