/**
 * Does a text hold every word that somebody typed, each at the beginning of one of its words or as the whole of it?
 * Marks on letters do not matter: who types `Ostersund` finds Östersund.
 */
export function matchesWords(texts: readonly string[], words: string): boolean {
  const all = texts.map(plain).join(' ').split(' ')
  const asked = plain(words).split(' ').filter(Boolean)
  return asked.length > 0 && asked.every((word) => all.some((each) => each.startsWith(word)))
}

function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLocaleLowerCase('sv')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
