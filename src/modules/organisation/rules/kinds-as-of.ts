import { holdsOn, type Dated } from './unit-records.ts'

/** What has kinds of its own: units, bodies, and the roles in bodies. */
export type KindFamily = 'unit' | 'body' | 'role'

/** What a kind is called. `marked` says of a unit that it is beside geography, of a role that it steps in for another. */
export type NamedKind = { key: string; singular: string; plural: string; marked: boolean }

/** What a kind was called from a day to a day, and at which place it stood among the others. */
export type KindRecord = Dated & NamedKind & { id: string; position: number }

/** The kinds there were on a day, in the organisation's order then. */
export function kindsOn(records: readonly KindRecord[], day: string): NamedKind[] {
  return inOrder(records.filter((record) => holdsOn(record, day)))
}

/**
 * The words for reading a day: the kinds there were, and after them those that came later, as they were first called. What
 * was written down afterwards as having been there may be of a kind that nobody had a word for then.
 */
export function kindWordsOn(records: readonly KindRecord[], day: string): NamedKind[] {
  const then = kindsOn(records, day)
  const known = new Set(then.map((kind) => kind.key))
  const later = new Map<string, KindRecord>()
  for (const record of records) {
    const first = later.get(record.key)
    const isEarlier = first === undefined || record.validFrom < first.validFrom
    if (!known.has(record.key) && record.validFrom > day && isEarlier) later.set(record.key, record)
  }
  return [...then, ...inOrder([...later.values()])]
}

export type KindChange = {
  /** Rows that hold no longer after the day before. */
  ends: string[]
  /** Rows of the same day, that never held. */
  replaces: string[]
  adds: (NamedKind & { position: number })[]
}

/** What must be written for these kinds to hold from a day on; a kind that stays as it is keeps its row. */
export function kindChange(
  records: readonly KindRecord[],
  wanted: readonly NamedKind[],
  day: string,
): KindChange {
  const open = records.filter((record) => record.validTo === null)
  const change: KindChange = { ends: [], replaces: [], adds: [] }
  const stays = new Set<string>()
  for (const record of open) {
    const position = wanted.findIndex((kind) => kind.key === record.key)
    const kind = wanted[position]
    const same =
      kind !== undefined &&
      position === record.position &&
      kind.singular === record.singular &&
      kind.plural === record.plural &&
      kind.marked === record.marked
    if (same) stays.add(record.key)
    else if (record.validFrom < day) change.ends.push(record.id)
    else change.replaces.push(record.id)
  }
  for (const [position, kind] of wanted.entries()) {
    if (!stays.has(kind.key)) change.adds.push({ ...kind, position })
  }
  return change
}

function inOrder(records: readonly KindRecord[]): NamedKind[] {
  return records
    .toSorted((one, other) => one.position - other.position || one.key.localeCompare(other.key, 'en'))
    .map(({ key, singular, plural, marked }) => ({ key, singular, plural, marked }))
}
