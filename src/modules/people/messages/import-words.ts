import { texts } from '#platform/i18n/texts.ts'
import en from './import-words.en.json' with { type: 'json' }
import sv from './import-words.sv.json' with { type: 'json' }

/** What an import calls columns and standings, and why it left rows out: on its pages and in the file of refused rows. */
export const importWords = texts(sv, en)
export type ImportWord = keyof typeof sv
