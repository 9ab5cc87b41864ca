import { texts } from '../../i18n/texts.ts'
import en from './input.en.json' with { type: 'json' }
import sv from './input.sv.json' with { type: 'json' }

/** What is said about a field that does not fit its schema, when the schema itself says nothing better. */
export const inputTexts = texts(sv, en)
