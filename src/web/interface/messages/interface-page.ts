import { texts } from '#platform/i18n/texts.ts'
import en from './interface-page.en.json' with { type: 'json' }
import sv from './interface-page.sv.json' with { type: 'json' }

export const interfacePageTexts = texts(sv, en)
