/**
 * A kind of unit, as an organisation calls it. `beside` hangs in the same tree but is tied to no address (interest
 * and trade associations, affiliates).
 */
export type UnitKind = { key: string; singular: string; plural: string; beside: boolean }

/** What a new organisation begins with; it changes them as it likes. */
export const defaultUnitKinds: readonly UnitKind[] = [
  { key: 'nation', singular: 'Riksorganisation', plural: 'Riksorganisationer', beside: false },
  { key: 'district', singular: 'Distrikt', plural: 'Distrikt', beside: false },
  { key: 'circle', singular: 'Krets', plural: 'Kretsar', beside: false },
  { key: 'association', singular: 'Förening', plural: 'Föreningar', beside: false },
  { key: 'interestAssociation', singular: 'Intresseförening', plural: 'Intresseföreningar', beside: true },
  { key: 'tradeAssociation', singular: 'Branschförening', plural: 'Branschföreningar', beside: true },
  { key: 'affiliate', singular: 'Sidoorganisation', plural: 'Sidoorganisationer', beside: true },
]

/** The kind that a word means: its key, or what one or several are called, whichever way it is written. */
export function kindCalled(kinds: readonly UnitKind[], word: string): UnitKind | null {
  const wanted = word.trim().toLocaleLowerCase('sv')
  const names = (kind: UnitKind) => [kind.key, kind.singular, kind.plural]
  return kinds.find((kind) => names(kind).some((name) => name.toLocaleLowerCase('sv') === wanted)) ?? null
}
