import { addressLine, type Address } from '../contact.ts'
import { mayBecome, type MembershipKind, type Standing } from '../membership.ts'
import { searchKey } from '../names.ts'
import { reason, type ImportedPerson, type Reason } from './imported-person.ts'

/** What happens to those who are in the register: changed to what the file says, only filled in, or left alone. */
export const existingModes = ['update', 'fill', 'skip'] as const
export type ExistingMode = (typeof existingModes)[number]

/** Where a person of the file is to belong. */
export type Belonging = {
  unitId: string
  kind: Exclude<MembershipKind, 'guest'>
  /** Did the row itself name the unit? */
  named: boolean
}

export type CurrentContact = {
  id: string
  kind: string
  value: string
  preferred: boolean
  validFrom: string
}
export type CurrentMembership = {
  id: string
  unitId: string
  kind: string
  status: Standing
  paidUntil: string | null
  validFrom: string
}

/** Somebody who is in the register already. */
export type ExistingPerson = {
  id: string
  homeUnitId: string
  givenName: string
  familyName: string
  birthDate: string | null
  /** The mark of the personal number; null when none is kept. */
  numberMark: string | null
  language: string
  revision: number
  /** What holds today. */
  contacts: readonly CurrentContact[]
  memberships: readonly CurrentMembership[]
  tags: readonly string[]
  fields: readonly { id: string; fieldId: string; value: string; validFrom: string }[]
}

/** One thing that changes, as it is shown: what stood and what will stand. Null is nothing. */
export type Change = { what: string; before: string | null; after: string | null }

export type PlannedContact = {
  kind: 'email' | 'phone' | 'address'
  value: string
  address: Address | null
  preferred: boolean
}

/** Everything that is to be written about somebody who is there already. */
export type PlannedChange = {
  changes: Change[]
  person: {
    givenName: string
    familyName: string
    birthDate: string | null
    /** A number to keep, when none is kept. */
    personalNumber: string | null
    language: string
  }
  endContacts: readonly CurrentContact[]
  addContacts: PlannedContact[]
  /** A membership that goes over into another standing: the row is ended, and a new one begins. */
  endMemberships: readonly CurrentMembership[]
  addMemberships: {
    unitId: string
    kind: MembershipKind
    status: Standing
    from: string
    paidUntil: string | null
  }[]
  paidUntil: { membership: CurrentMembership; paidUntil: string }[]
  addTags: string[]
  endFields: readonly { id: string; validFrom: string }[]
  addFields: { fieldId: string; value: string }[]
}

export type PlanSettings = {
  mode: ExistingMode
  /** How a new membership stands when the row does not say. */
  standing: Standing
  /** `YYYY-MM-DD` */
  today: string
}

/**
 * What a row changes in somebody who is there already. Nothing is written twice: a row that says what stands in the
 * register changes nothing.
 * @param numberMark what the row's personal number is recognised by; null when it has none
 */
export function planChange(
  existing: ExistingPerson,
  row: ImportedPerson,
  belonging: Belonging,
  numberMark: string | null,
  { mode, standing, today }: PlanSettings,
): { change: PlannedChange } | { reasons: Reason[] } {
  if (numberMark && existing.numberMark && numberMark !== existing.numberMark) {
    return { reasons: [reason('otherPersonalNumber')] }
  }
  if (mode === 'skip') return { reasons: [reason('existingSkipped')] }
  const changes: Change[] = []
  const change: PlannedChange = {
    changes,
    person: {
      givenName: existing.givenName,
      familyName: existing.familyName,
      birthDate: existing.birthDate,
      personalNumber: null,
      language: existing.language,
    },
    endContacts: [],
    addContacts: [],
    endMemberships: [],
    addMemberships: [],
    paidUntil: [],
    addTags: [],
    endFields: [],
    addFields: [],
  }
  const may = (stands: boolean) => mode === 'update' || !stands
  planPerson()
  planContacts('email', row.emails)
  planContacts('phone', row.phones)
  planAddress()
  planTags()
  planFields()
  const refused = planMembership()
  if (refused) return { reasons: [refused] }
  return changes.length > 0 ? { change } : { reasons: [reason('unchanged')] }

  function planPerson() {
    for (const field of ['givenName', 'familyName'] as const) {
      if (row[field] === '' || row[field] === existing[field] || !may(existing[field] !== '')) continue
      changes.push({ what: field, before: existing[field] || null, after: row[field] })
      change.person[field] = row[field]
    }
    if (row.birthDate && row.birthDate !== existing.birthDate && may(existing.birthDate !== null)) {
      changes.push({ what: 'birthDate', before: existing.birthDate, after: row.birthDate })
      change.person.birthDate = row.birthDate
    }
    if (row.personalNumber && existing.numberMark === null) {
      changes.push({ what: 'personalNumber', before: null, after: `${row.personalNumber.slice(0, 8)}-****` })
      change.person.personalNumber = row.personalNumber
    }
    // Everybody has a language: to fill in what is missing never changes it.
    if (row.language && row.language !== existing.language && mode === 'update') {
      changes.push({ what: 'language', before: existing.language, after: row.language })
      change.person.language = row.language
    }
  }

  /** What the file gives takes the place of the way that is used first; the others stay. */
  function planContacts(kind: 'email' | 'phone', values: readonly string[]) {
    const current = existing.contacts.filter((each) => each.kind === kind)
    const missing = values.filter((value) => !current.some((each) => each.value === value))
    if (missing.length === 0 || !may(current.length > 0)) return
    // Where the file holds one that is known, what it holds besides is added, and nothing is ended.
    const replaced =
      missing.length === values.length ? (current.find((each) => each.preferred) ?? current[0]) : undefined
    if (replaced) change.endContacts = [...change.endContacts, replaced]
    for (const [at, value] of missing.entries()) {
      changes.push({ what: kind, before: at === 0 ? (replaced?.value ?? null) : null, after: value })
      const preferred = at === 0 && (replaced ? replaced.preferred : current.length === 0)
      change.addContacts.push({ kind, value, address: null, preferred })
    }
  }

  function planAddress() {
    if (!row.address) return
    const value = addressLine(row.address)
    const current = existing.contacts.filter((each) => each.kind === 'address')
    if (current.some((each) => each.value === value) || !may(current.length > 0)) return
    const replaced = current.find((each) => each.preferred) ?? current[0]
    if (replaced) change.endContacts = [...change.endContacts, replaced]
    changes.push({ what: 'address', before: replaced?.value ?? null, after: value })
    const preferred = replaced ? replaced.preferred : true
    change.addContacts.push({ kind: 'address', value, address: row.address, preferred })
  }

  function planTags() {
    const own = new Set(existing.tags.map((tag) => tag.toLowerCase()))
    change.addTags = row.tags.filter((tag) => !own.has(tag.toLowerCase()))
    for (const tag of change.addTags) changes.push({ what: 'tags', before: null, after: tag })
  }

  function planFields() {
    for (const { fieldId, values } of row.fields) {
      const current = existing.fields.filter((each) => each.fieldId === fieldId)
      const before = current.map((each) => each.value)
      if (before.toSorted().join('|') === values.toSorted().join('|') || !may(current.length > 0)) continue
      const ended = current.filter((each) => !values.includes(each.value))
      change.endFields = [...change.endFields, ...ended]
      for (const value of values.filter((each) => !before.includes(each)))
        change.addFields.push({ fieldId, value })
      changes.push({ what: `field:${fieldId}`, before: before.join(', ') || null, after: values.join(', ') })
    }
  }

  function planMembership(): Reason | null {
    const there = membershipFor(existing, belonging)
    if (!there) {
      const home = existing.memberships.find((each) => each.kind === 'home')
      // Moving somebody tells both units; that is done on the person's own page, not by a column.
      if (belonging.named && belonging.kind === 'home' && home) return reason('otherUnit')
      const status = row.standing ?? standing
      change.addMemberships.push({
        unitId: belonging.unitId,
        kind: belonging.kind,
        status,
        from: row.memberSince ?? today,
        paidUntil: row.paidUntil,
      })
      changes.push({ what: 'membership', before: null, after: status })
      return null
    }
    if (row.standing && row.standing !== there.status) {
      if (mode === 'fill') return null
      if (!mayBecome(there.status, row.standing)) {
        return reason('standingNotPossible', null, { from: there.status, to: row.standing })
      }
      changes.push({ what: 'standing', before: there.status, after: row.standing })
      change.endMemberships = [there]
      change.addMemberships.push({
        unitId: there.unitId,
        kind: there.kind as MembershipKind,
        status: row.standing,
        from: today,
        paidUntil: row.paidUntil ?? there.paidUntil,
      })
      return null
    }
    if (row.paidUntil && row.paidUntil !== there.paidUntil && may(there.paidUntil !== null)) {
      changes.push({ what: 'paidUntil', before: there.paidUntil, after: row.paidUntil })
      change.paidUntil.push({ membership: there, paidUntil: row.paidUntil })
    }
    return null
  }
}

/** The membership that a row speaks of: the one in the unit it names, else the one at home. */
function membershipFor(
  existing: ExistingPerson,
  { unitId, named }: Belonging,
): CurrentMembership | undefined {
  const there = existing.memberships.find((each) => each.unitId === unitId)
  if (there || named) return there
  return existing.memberships.find((each) => each.kind === 'home') ?? existing.memberships[0]
}

/** Somebody found by one of the keys. */
export type Candidate = {
  by: 'number' | 'email' | 'phone' | 'birth' | 'address' | 'name'
  personId: string
  birthDate: string | null
  numberMark: string | null
}

const surest = ['number', 'email', 'phone', 'birth', 'address', 'name'] as const

/**
 * Who of those found is the person of a row: by personal number, else by e-mail and name, telephone and name, name
 * and day of birth; where nothing of this is known, by name and address or by name. Another day of birth or another number makes it somebody else, at the same address.
 * @returns null when it is nobody; several when the surest key leads to more than one
 */
export function personAmong(
  candidates: readonly Candidate[],
  row: ImportedPerson,
  numberMark: string | null,
): string | 'several' | null {
  for (const by of surest) {
    const found = new Set(
      candidates
        .filter((each) => each.by === by)
        .filter(
          ({ birthDate, numberMark: mark }) =>
            by === 'number' ||
            ((!birthDate || !row.birthDate || birthDate === row.birthDate) &&
              (!mark || !numberMark || mark === numberMark)),
        )
        .map(({ personId }) => personId),
    )
    if (found.size > 1) return 'several'
    const [only] = found
    if (only) return only
  }
  return null
}

/** A unit as it can be named. */
export type NamedUnit = {
  id: string
  slug: string
  names: readonly string[]
  beside: boolean
  isOpen: boolean
}

/**
 * Finds the unit that a cell names: by slug, by a name it has or had, or by the beginning of its name when that is one
 * unit's only.
 */
export function unitNamed(units: readonly NamedUnit[], text: string): NamedUnit | 'several' | null {
  const asked = searchKey(text)
  const named = units.filter(
    ({ slug, names }) => slug === text.trim() || names.some((name) => searchKey(name) === asked),
  )
  const open = named.filter((unit) => unit.isOpen)
  if (open.length > 1) return 'several'
  if (open[0]) return open[0]
  const begins = units.filter(
    (unit) => unit.isOpen && unit.names.some((name) => searchKey(name).startsWith(`${asked} `)),
  )
  if (begins.length > 1) return 'several'
  return begins[0] ?? null
}
