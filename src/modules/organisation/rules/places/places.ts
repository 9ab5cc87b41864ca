import list from './places.json' with { type: 'json' }

/** A municipality or a region, with its code at Statistics Sweden: four figures and two. */
export type SwedishPlace = { level: 'municipality' | 'region'; code: string; name: string }

const named = (level: SwedishPlace['level'], rows: readonly string[][]) =>
  rows.map(([code = '', name = '']): SwedishPlace => ({ level, code, name }))

/** Sweden's 290 municipalities. */
export const municipalities: readonly SwedishPlace[] = named('municipality', list.municipalities)
/** Its 21 regions; Gotland's is a municipality with a region's tasks. */
export const regions: readonly SwedishPlace[] = named('region', list.regions)

const places = [...municipalities, ...regions]

/** The place that somebody wrote, as it is or with `kommun`, `stad` or `region` about it; null for none. */
export function placeCalled(text: string): SwedishPlace | null {
  const wanted = plain(text)
  if (wanted === '') return null
  const own = places.find((place) => plainWhole(place.name) === plainWhole(text))
  if (own) return own
  // `Kronoberg` is a region, but `Uppsala` is a municipality until somebody says region.
  const isRegion = /\bregion/i.test(text)
  const called = (place: SwedishPlace) => {
    const bare = plain(place.name)
    return bare === wanted || `${bare}s` === wanted
  }
  return (isRegion ? regions : places).find(called) ?? null
}

/** What a spelling may mean: the names nearest to it, none when they are far from it. */
export function nearestNames(text: string, names: readonly string[]): string[] {
  const wanted = plain(text)
  const least = wanted.length < 5 ? 1 : 2
  let best = least + 1
  let found: string[] = []
  if (wanted.length < 3) return []
  for (const name of names) {
    const candidate = plain(name)
    if (candidate === '' || Math.abs(candidate.length - wanted.length) > least) continue
    const far = editsBetween(wanted, candidate, Math.min(best, least))
    if (far < best) {
      best = far
      found = [name]
    } else if (far === best && far <= least && !found.includes(name)) found.push(name)
  }
  return found
}

/**
 * How many letters must be changed, left out, put in or swapped with their neighbour to make one text of the other
 * (Damerau and Levenshtein); more than `most` is not counted exactly.
 */
export function editsBetween(one: string, other: string, most: number): number {
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_, at) => at)
  for (let row = 1; row <= one.length; row++) {
    const current = [row]
    for (let column = 1; column <= other.length; column++) {
      const isSame = one[row - 1] === other[column - 1]
      let edits = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1))
      const swapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      if (swapped) edits = Math.min(edits, before[column - 2]! + 1)
      current.push(edits)
    }
    if (Math.min(...current) > most) return most + 1
    before = last
    last = current
  }
  return last[other.length]!
}

/** Small letters without marks, and without the words that only say what kind of place it is. */
function plain(text: string): string {
  return plainWhole(text)
    .replaceAll(/\b(kommun|kommunen|stad|region|regionen|lan|lans)\b/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
}

function plainWhole(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim()
}
