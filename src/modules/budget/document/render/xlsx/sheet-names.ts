/** Names for sheets: what Excel takes (at most 31 signs, none of []:*?/\\ and no quotation mark), each once. */
export class SheetNames {
  readonly #taken = new Set<string>()

  nameFor(title: string): string {
    const plain =
      title
        .replaceAll(/[[\]:*?/\\'"]/gu, ' ')
        .replaceAll(/\s+/gu, ' ')
        .trim() || 'Blad'
    for (let number = 1; ; number++) {
      const end = number === 1 ? '' : ` ${number}`
      const name = `${[...plain]
        .slice(0, 31 - end.length)
        .join('')
        .trim()}${end}`
      if (this.#taken.has(name.toLowerCase())) continue
      this.#taken.add(name.toLowerCase())
      return name
    }
  }
}
