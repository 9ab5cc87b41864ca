import { texts } from '#platform/i18n/texts.ts'
import en from './kept.en.json' with { type: 'json' }
import sv from './kept.sv.json' with { type: 'json' }

/** What the tables and columns that tell of a person are called. */
export const keptTexts = texts(sv, en)

/** Where each column stands when a person's row is read: in the order the texts name them, names first. */
export const columnOrder: ReadonlyMap<string, number> = new Map(
  Object.keys(sv)
    .filter((key) => key.startsWith('column.'))
    .map((key, place) => [key.slice('column.'.length), place]),
)
