import { texts } from '../../i18n/texts.ts'
import en from './mail.en.json' with { type: 'json' }
import sv from './mail.sv.json' with { type: 'json' }

/** The mails with links to sign in by and to choose a password by. */
export const linkMailTexts = texts(sv, en)
