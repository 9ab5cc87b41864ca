/**
 * A word from the database as one of those its check allows.
 * @throws when the database holds another: the check and the code are not of one mind
 */
export function oneOf<const Word extends string>(words: readonly Word[], word: string): Word {
  const known = words.find((each) => each === word)
  if (known === undefined) throw new Error(`Not one of ${words.join(', ')}: ${word}`)
  return known
}
