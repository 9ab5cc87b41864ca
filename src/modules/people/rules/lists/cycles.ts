/** As many lists as may build on one another in a row. */
const longestChain = 6

/**
 * What is wrong with how lists build on each other: a list that leads back to itself, or a chain longer than anybody
 * can follow. A text's key; null when nothing is.
 * @param id the list that is to build on `first`; null for one that is not there yet
 * @param buildsOn the lists that a list builds on, by its id
 */
export function chainFault(
  id: string | null,
  first: readonly string[],
  buildsOn: (listId: string) => readonly string[],
): 'list.cycle' | 'list.chain' | null {
  let level = [...new Set(first)]
  for (let length = 1; level.length > 0; length++) {
    if (id !== null && level.includes(id)) return 'list.cycle'
    if (length > longestChain) return 'list.chain'
    level = [...new Set(level.flatMap((each) => buildsOn(each)))]
  }
  return null
}
