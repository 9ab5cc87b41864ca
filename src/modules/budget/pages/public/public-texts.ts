import { texts } from '#platform/i18n/texts.ts'
import en from './public.en.json' with { type: 'json' }
import sv from './public.sv.json' with { type: 'json' }

/** What the public pages say around the document, which speaks for itself. */
export const publicTexts = texts(sv, en)
