import { texts } from '#platform/i18n/texts.ts'
import en from './priorities.en.json' with { type: 'json' }
import sv from './priorities.sv.json' with { type: 'json' }

/** The pages about what bodies put first. */
export const priorityTexts = texts(sv, en)
