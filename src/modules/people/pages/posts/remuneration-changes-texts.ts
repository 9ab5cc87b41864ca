import { texts } from '#platform/i18n/texts.ts'
import en from './remuneration-changes.en.json' with { type: 'json' }
import sv from './remuneration-changes.sv.json' with { type: 'json' }

/** The page about how remunerations have changed. */
export const remunerationChangesTexts = texts(sv, en)
