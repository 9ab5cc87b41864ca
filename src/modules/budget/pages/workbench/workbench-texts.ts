import { texts } from '#platform/i18n/texts.ts'
import en from './workbench.en.json' with { type: 'json' }
import sv from './workbench.sv.json' with { type: 'json' }

export const workbenchTexts = texts(sv, en)
