import type { Translate } from '#platform/i18n/texts.ts'
import type { ImportWord } from '../../messages/import-words.ts'

export type ToldReason = { key: string; column: number | null; params: Record<string, string | number> }

/** Why a row was left out, in words: the column's heading first, where it is about one. */
export function reasonsInWords(
  t: Translate<ImportWord>,
  reasons: readonly ToldReason[],
  headings: readonly string[],
): string {
  return reasons
    .map(({ key, column, params }) => {
      const words = t(`reason.${key}` as ImportWord, inWords(t, params))
      const heading = column === null ? '' : headings[column]
      return heading ? `${heading}: ${words}` : words
    })
    .join(' ')
}

/** Parameters that are words of ours (a field, a standing) in the reader's language. */
function inWords(t: Translate<ImportWord>, params: Record<string, string | number>) {
  const said: Record<string, string | number> = { ...params }
  for (const name of ['from', 'to']) {
    if (typeof said[name] === 'string') said[name] = t(`standing.${said[name]}` as ImportWord)
  }
  if (typeof said['what'] === 'string') said['what'] = t(`field.${said['what']}` as ImportWord)
  return said
}
