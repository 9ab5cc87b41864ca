import { texts } from '../../i18n/texts.ts'
import en from './access.en.json' with { type: 'json' }
import sv from './access.sv.json' with { type: 'json' }

/** What is said about accounts and keys, in problems and in the log. */
export const accessTexts = texts(sv, en)
