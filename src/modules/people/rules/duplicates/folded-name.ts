import { searchKey } from '../names.ts'

/** One sound, one letter: how names are spelled in more than one way. The order matters. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/[øœ]|oe/g, 'o'],
  [/æ|ae|aa/g, 'a'],
  [/ß/g, 'ss'],
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/c(?=[eiy])/g, 's'],
  [/ch|ck|[cq]/g, 'k'],
  [/kw|ku(?=[aei])/g, 'kv'],
  [/w/g, 'v'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/(.)\1+/g, '$1'],
]

/** Names that were folded lately: a few names are most people's. */
const known = new Map<string, readonly string[]>()

/** The parts of a name as they sound: `Carl-Philip` becomes `karl`, `filip`. */
export function foldedParts(name: string): readonly string[] {
  const there = known.get(name)
  if (there) return there
  if (known.size >= 20_000) known.clear()
  const parts = searchKey(name)
    .split(/[\s-]+/)
    .map((part) => spellings.reduce((word, [from, to]) => word.replaceAll(from, to), part))
    .filter(Boolean)
  known.set(name, parts)
  return parts
}
