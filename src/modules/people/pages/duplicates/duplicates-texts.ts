import { texts } from '#platform/i18n/texts.ts'
import en from './duplicates.en.json' with { type: 'json' }
import sv from './duplicates.sv.json' with { type: 'json' }

/** The pages where alike records are looked at, put together and taken apart. */
export const duplicatesTexts = texts(sv, en)
