import { texts } from '#platform/i18n/texts.ts'
import en from './sign-in.en.json' with { type: 'json' }
import sv from './sign-in.sv.json' with { type: 'json' }

export const signInTexts = texts(sv, en)
