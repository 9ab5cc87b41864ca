import { texts } from '#platform/i18n/texts.ts'
import en from './persons.en.json' with { type: 'json' }
import sv from './persons.sv.json' with { type: 'json' }

/** The register's own pages: the list, a person, those protected, the settings. */
export const personsTexts = texts(sv, en)
