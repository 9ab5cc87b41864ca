import { texts } from '#platform/i18n/texts.ts'
import en from './thing-priorities.en.json' with { type: 'json' }
import sv from './thing-priorities.sv.json' with { type: 'json' }

/** The words with which a thing is tagged to priorities on its own page. */
export const thingPriorityTexts = texts(sv, en)
