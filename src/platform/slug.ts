/**
 * The part of an address that stands for a name: `Hälso- och sjukvårdsnämnden` → `halso-och-sjukvardsnamnden`.
 * Never empty.
 */
export function slugOf(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll(/[æ]/g, 'ae')
    .replaceAll(/[ø]/g, 'o')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return plain.slice(0, 80).replace(/-+$/, '') || 'namn'
}

/** A slug that is not among those taken: `kultur`, `kultur-2`, `kultur-3` … */
export function freeSlug(name: string, taken: ReadonlySet<string>): string {
  const slug = slugOf(name)
  if (!taken.has(slug)) return slug
  for (let number = 2; ; number++) if (!taken.has(`${slug}-${number}`)) return `${slug}-${number}`
}
