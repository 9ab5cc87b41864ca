import { texts } from '../../i18n/texts.ts'
import en from './system-status.en.json' with { type: 'json' }
import sv from './system-status.sv.json' with { type: 'json' }

export const systemStatusTexts = texts(sv, en)
