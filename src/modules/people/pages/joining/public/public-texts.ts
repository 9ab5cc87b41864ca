import { texts } from '#platform/i18n/texts.ts'
import en from './public.en.json' with { type: 'json' }
import sv from './public.sv.json' with { type: 'json' }

/** What the pages say that a stranger sees. */
export const joinTexts = texts(sv, en)
