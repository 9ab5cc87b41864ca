import { texts } from '#platform/i18n/texts.ts'
import en from './busy.en.json' with { type: 'json' }
import sv from './busy.sv.json' with { type: 'json' }

/** What is said to those who come while the database does something else. */
export const busyTexts = texts(sv, en)
