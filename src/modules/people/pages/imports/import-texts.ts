import { texts } from '#platform/i18n/texts.ts'
import en from './import.en.json' with { type: 'json' }
import sv from './import.sv.json' with { type: 'json' }

/** The pages on which files are read into the register. */
export const importTexts = texts(sv, en)
