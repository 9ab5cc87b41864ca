import { texts } from '#platform/i18n/texts.ts'
import en from './registers.en.json' with { type: 'json' }
import sv from './registers.sv.json' with { type: 'json' }

/** The pages about registers as files. */
export const registersTexts = texts(sv, en)
