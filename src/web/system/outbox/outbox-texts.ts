import { texts } from '#platform/i18n/texts.ts'
import en from './outbox.en.json' with { type: 'json' }
import sv from './outbox.sv.json' with { type: 'json' }

export const outboxTexts = texts(sv, en)
