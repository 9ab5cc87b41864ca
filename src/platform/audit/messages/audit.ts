import { texts } from '../../i18n/texts.ts'
import en from './audit.en.json' with { type: 'json' }
import sv from './audit.sv.json' with { type: 'json' }

/** What is said about the log and by it. */
export const auditTexts = texts(sv, en)
