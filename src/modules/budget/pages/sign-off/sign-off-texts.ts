import { texts } from '#platform/i18n/texts.ts'
import en from './sign-off.en.json' with { type: 'json' }
import sv from './sign-off.sv.json' with { type: 'json' }

/** What the page about who has anchored a version says. */
export const signOffTexts = texts(sv, en)
