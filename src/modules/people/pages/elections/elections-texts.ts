import { texts } from '#platform/i18n/texts.ts'
import en from './elections.en.json' with { type: 'json' }
import sv from './elections.sv.json' with { type: 'json' }

/** The pages about elections, blocs and agreements. */
export const electionsTexts = texts(sv, en)
