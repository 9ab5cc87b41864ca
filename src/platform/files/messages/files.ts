import { texts } from '../../i18n/texts.ts'
import en from './files.en.json' with { type: 'json' }
import sv from './files.sv.json' with { type: 'json' }

/** What is said about files. */
export const filesTexts = texts(sv, en)
