import { texts } from '../../i18n/texts.ts'
import en from './mail.en.json' with { type: 'json' }
import sv from './mail.sv.json' with { type: 'json' }

/** What is said about mails. */
export const mailTexts = texts(sv, en)
