import { texts } from '#platform/i18n/texts.ts'
import en from './posts.en.json' with { type: 'json' }
import sv from './posts.sv.json' with { type: 'json' }

/** The pages about bodies, mandates and who holds what. */
export const postsTexts = texts(sv, en)
