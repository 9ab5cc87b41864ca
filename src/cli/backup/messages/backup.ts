import { texts } from '../../../platform/i18n/texts.ts'
import en from './backup.en.json' with { type: 'json' }
import sv from './backup.sv.json' with { type: 'json' }

export const backupTexts = texts(sv, en)
