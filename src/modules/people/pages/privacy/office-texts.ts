import { texts } from '#platform/i18n/texts.ts'
import en from './office.en.json' with { type: 'json' }
import sv from './office.sv.json' with { type: 'json' }

/** The office's pages about erasure, retention, processing, opened records and who sees what. */
export const officeTexts = texts(sv, en)
