import { texts } from '#platform/i18n/texts.ts'
import en from './voting.en.json' with { type: 'json' }
import sv from './voting.sv.json' with { type: 'json' }

/** The page about who may vote. */
export const votingTexts = texts(sv, en)
