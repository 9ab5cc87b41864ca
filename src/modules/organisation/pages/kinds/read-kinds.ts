/** A kind as it was written in a form's row. */
export type WrittenKind = { key: string; singular: string; plural: string; marked: boolean }

/**
 * Reads the rows of a form in which kinds are written, in their order: `<name>-<row>-singular` and so on. A row without
 * words is left out. A new one gets a key from its word.
 * @param name what the rows are of
 */
export function readKinds(form: FormData, name: string): WrittenKind[] {
  const text = (row: number, part: string) => String(form.get(`${name}-${row}-${part}`) ?? '').trim()
  const count = Number(form.get(`${name}-count`)) || 0
  const rows = Array.from({ length: Math.min(count, 60) }, (_, row) => row)
    .filter((row) => text(row, 'singular') !== '')
    .toSorted((one, other) => place(text(one, 'place'), one) - place(text(other, 'place'), other))
  const taken = new Set(rows.map((row) => text(row, 'key')))
  return rows.map((row) => {
    const singular = text(row, 'singular')
    const key = text(row, 'key') || freeKey(singular, taken)
    taken.add(key)
    return { key, singular, plural: text(row, 'plural') || singular, marked: text(row, 'marked') !== '' }
  })
}

function place(written: string, row: number): number {
  const number = Number(written)
  return written === '' || Number.isNaN(number) ? row + 1 : number
}

/** A key in letters and figures from a word: `Gröna gruppen` becomes `gronaGruppen`; never one that is taken. */
function freeKey(word: string, taken: ReadonlySet<string>): string {
  const words = word
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const joined = words
    .map((each, index) => (index === 0 ? each : each[0]!.toUpperCase() + each.slice(1)))
    .join('')
  const key = /^[a-z]/.test(joined) ? joined.slice(0, 50) : `own${joined.slice(0, 50)}`
  for (let number = 1; ; number++) {
    const wanted = number === 1 ? key : `${key}-${number}`
    if (!taken.has(wanted)) return wanted
  }
}
