import { texts } from '#platform/i18n/texts.ts'
import en from './document.en.json' with { type: 'json' }
import sv from './document.sv.json' with { type: 'json' }

/** What the pages about a budget's document say; what the document itself says is in messages/document.ts. */
export const documentPageTexts = texts(sv, en)
