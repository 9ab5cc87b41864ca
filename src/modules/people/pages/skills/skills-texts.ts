import { texts } from '#platform/i18n/texts.ts'
import en from './skills.en.json' with { type: 'json' }
import sv from './skills.sv.json' with { type: 'json' }

/** The search for what members can. */
export const skillsTexts = texts(sv, en)
