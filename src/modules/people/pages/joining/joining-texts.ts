import { texts } from '#platform/i18n/texts.ts'
import en from './joining.en.json' with { type: 'json' }
import sv from './joining.sv.json' with { type: 'json' }

/** The office's pages about joining, welcoming and recruiting. */
export const joiningTexts = texts(sv, en)
