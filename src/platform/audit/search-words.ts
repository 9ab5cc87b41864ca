/**
 * What is searched for, as the database's full-text search wants it: every word must be there, as the beginning of
 * one. A word that the sentences of some operations say ("skapade") also finds what those operations did.
 * @param text as a person wrote it; anything may stand in it
 * @param operationsSaying gives the operations whose sentence holds a word
 * @returns null when there is nothing to search for
 */
export function searchWords(
  text: string,
  operationsSaying: (word: string) => readonly string[] = () => [],
): string | null {
  // Letters, digits and what ids and addresses are written with; a quotation mark can never get in.
  const words = text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}@._-]*/gu) ?? []
  const parts = words.slice(0, 12).map((word) => {
    const operations = operationsSaying(word).map((operation) => `'${operation}'`)
    return `(${[`'${word}':*`, ...operations].join(' | ')})`
  })
  return parts.length > 0 ? parts.join(' & ') : null
}
