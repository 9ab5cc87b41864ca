import { readDate } from '../imports/read-date.ts'
import { searchKey } from '../names.ts'
import { overlap, type Dated } from '../posts/holding.ts'

/** A row of a file of mandates, as it was written. */
export type MandateRow = {
  line: number
  name: string
  personId: string
  email: string
  personalNumber: string
  publicBody: string
  area: string
  policyArea: string
  seatKind: string
  post: string
  partyGroup: string
  from: string
  to: string
  appointedBy: string
  viaAgreement: string
  endedReason: string
  namePublic: string
}

/** Whom in the register a row may be about. `sure` when more than the name says so. */
export type MandateCandidate = { personId: string; name: string; unit: string; sure: boolean }

export type KnownPublicBody = Dated & { id: string; name: string; areaName: string }
export type KnownMandate = Dated & {
  id: string
  personId: string
  publicBodyId: string
  seatKind: string
  post: string
}

export const mandateRowFaults = [
  'nobody',
  'unsure',
  'left',
  'nameMissing',
  'bodyMissing',
  'bodyUnsure',
  'bodyThen',
  'areaUnknown',
  'dayUnread',
  'dayMissing',
  'endsBefore',
  'seatKindUnknown',
  'postUnknown',
  'heldAlready',
  'differs',
  'twice',
  'same',
] as const
export type MandateRowFault = (typeof mandateRowFaults)[number]

export type NewPublicBody = { key: string; name: string; areaName: string; policyArea: string; from: string }

export type MandateStep =
  | {
      line: number
      what: 'create'
      personId: string
      name: string
      /** One that is there, or one that the file makes (`key`). */
      body: { id: string } | { key: string }
      bodyName: string
      seatKind: 'ordinary' | 'deputy'
      post: '' | 'chair' | 'viceChair' | 'secondViceChair' | 'groupLeader'
      partyGroup: string
      from: string
      to: string | null
      appointedBy: string
      viaAgreement: string
      endedReason: string
      namePublic: boolean
    }
  | {
      line: number
      what: 'end'
      mandateId: string
      name: string
      bodyName: string
      to: string
      reason: string
    }

export type MandatePlan = {
  newBodies: NewPublicBody[]
  steps: MandateStep[]
  /** Rows about somebody who must be pointed out: the name alone does not say who it is. */
  asked: { line: number; name: string; candidates: MandateCandidate[] }[]
  skipped: { line: number; name: string; fault: MandateRowFault }[]
}

type Known = {
  bodies: readonly KnownPublicBody[]
  mandates: readonly KnownMandate[]
  /** By line. */
  candidates: ReadonlyMap<number, readonly MandateCandidate[]>
  /** Who somebody has said that a line is about; an empty text for leaving it out. */
  chosen: ReadonlyMap<number, string>
}

const seatKinds: Record<string, 'ordinary' | 'deputy'> = {
  '': 'ordinary',
  ordinary: 'ordinary',
  ordinarie: 'ordinary',
  ledamot: 'ordinary',
  'ordinarie ledamot': 'ordinary',
  member: 'ordinary',
  deputy: 'deputy',
  ersattare: 'deputy',
  suppleant: 'deputy',
  substitute: 'deputy',
}
const posts: Record<string, 'chair' | 'viceChair' | 'secondViceChair' | 'groupLeader'> = {
  chair: 'chair',
  ordforande: 'chair',
  ordf: 'chair',
  'vice chair': 'viceChair',
  vicechair: 'viceChair',
  'vice ordforande': 'viceChair',
  'forste vice ordforande': 'viceChair',
  '1 e vice ordforande': 'viceChair',
  '1e vice ordforande': 'viceChair',
  'first vice chair': 'viceChair',
  secondvicechair: 'secondViceChair',
  'second vice chair': 'secondViceChair',
  'andre vice ordforande': 'secondViceChair',
  '2 e vice ordforande': 'secondViceChair',
  '2e vice ordforande': 'secondViceChair',
  groupleader: 'groupLeader',
  'group leader': 'groupLeader',
  gruppledare: 'groupLeader',
}
const yes = new Set(['ja', 'yes', 'x', '1', 'true', 'sant'])

/**
 * Says what a file of public mandates means. A mandate that is there gets its last day when the row has one; the same file
 * again changes nothing. A body that nobody has written in is made from the row.
 */
export function planMandates(rows: readonly MandateRow[], known: Known): MandatePlan {
  const plan: MandatePlan = { newBodies: [], steps: [], asked: [], skipped: [] }
  const bodies = new Map<string, NewPublicBody>()
  /** What the rows before give, so that two rows never give the same. */
  const given: (Dated & { personId: string; body: string })[] = []
  for (const row of rows) {
    const fault = carried(row)
    if (fault) plan.skipped.push({ line: row.line, name: row.name, fault })
  }
  // A body begins with the first mandate in it.
  plan.newBodies.push(...bodies.values())
  return plan

  function carried(row: MandateRow): MandateRowFault | null {
    if (row.name === '' && row.personId === '') return 'nameMissing'
    if (row.publicBody === '') return 'bodyMissing'
    const from = dayOf(row.from)
    const to = dayOf(row.to)
    if (from === 'unread' || to === 'unread') return 'dayUnread'
    if (from === null) return 'dayMissing'
    if (to !== null && to < from) return 'endsBefore'
    const seatKind = seatKinds[searchKey(row.seatKind)]
    const postKey = searchKey(row.post)
    const isPlainSeat = postKey === '' || postKey in seatKinds
    const post = isPlainSeat ? '' : posts[postKey]
    if (seatKind === undefined) return 'seatKindUnknown'
    if (post === undefined) return 'postUnknown'
    const called = bodiesCalled(row, known.bodies)
    if (called.length > 1) return 'bodyUnsure'
    const body = called[0]
    if (body && (from < body.validFrom || (body.validTo !== null && (to ?? '9999-12-31') > body.validTo))) {
      return 'bodyThen'
    }
    if (!body && row.area === '') return 'areaUnknown'
    const person = personOf(row)
    if (typeof person === 'string') return person
    if (person === null) return null
    const bodyKey = body?.id ?? `${searchKey(row.publicBody)} ${plainArea(row.area)}`
    const held = { personId: person.personId, body: bodyKey, validFrom: from, validTo: to }
    const bodyName = [row.publicBody, row.area].filter(Boolean).join(', ')
    const there = known.mandates.filter(
      (each) => each.personId === person.personId && each.publicBodyId === body?.id && overlap(each, held),
    )
    if (there.length > 0) {
      const same = there.find((each) => each.validFrom === from)
      if (!same) return 'heldAlready'
      // A row that says the seat in the column of posts says it nowhere else.
      const wanted = row.seatKind === '' && isPlainSeat && postKey !== '' ? seatKinds[postKey] : seatKind
      if (same.seatKind !== wanted || same.post !== post) return 'differs'
      if (to === null || to === same.validTo) return 'same'
      if (same.validTo !== null && same.validTo <= to) return 'differs'
      plan.steps.push({
        line: row.line,
        what: 'end',
        mandateId: same.id,
        name: person.name,
        bodyName,
        to,
        reason: row.endedReason,
      })
      return null
    }
    if (
      given.some((each) => each.personId === held.personId && each.body === bodyKey && overlap(each, held))
    ) {
      return 'twice'
    }
    given.push(held)
    if (!body) {
      const before = bodies.get(bodyKey)
      bodies.set(bodyKey, {
        key: bodyKey,
        name: before?.name ?? row.publicBody,
        areaName: before?.areaName ?? row.area,
        policyArea: before?.policyArea || row.policyArea,
        from: before && before.from < from ? before.from : from,
      })
    }
    plan.steps.push({
      line: row.line,
      what: 'create',
      personId: person.personId,
      name: person.name,
      body: body ? { id: body.id } : { key: bodyKey },
      bodyName,
      seatKind: row.seatKind === '' && isPlainSeat ? (seatKinds[postKey] ?? 'ordinary') : seatKind,
      post,
      partyGroup: row.partyGroup,
      from,
      to,
      appointedBy: row.appointedBy,
      viaAgreement: row.viaAgreement,
      endedReason: to === null ? '' : row.endedReason,
      namePublic: yes.has(searchKey(row.namePublic)),
    })
    return null
  }

  /** @returns who it is, why it is nobody, or null when somebody must say */
  function personOf(row: MandateRow): MandateCandidate | MandateRowFault | null {
    const candidates = known.candidates.get(row.line) ?? []
    const chosen = known.chosen.get(row.line)
    if (chosen === '') return 'left'
    if (chosen !== undefined) return candidates.find((each) => each.personId === chosen) ?? 'nobody'
    const sure = candidates.filter((each) => each.sure)
    if (sure.length === 1) return sure[0]!
    if (candidates.length === 0) return 'nobody'
    plan.asked.push({ line: row.line, name: row.name, candidates: [...candidates] })
    return null
  }
}

function bodiesCalled(row: MandateRow, bodies: readonly KnownPublicBody[]): KnownPublicBody[] {
  const named = bodies.filter((body) => searchKey(body.name) === searchKey(row.publicBody))
  if (row.area === '') return named
  return named.filter((body) => plainArea(body.areaName) === plainArea(row.area))
}

/** `Alby kommun` and `Alby` are one place, and so are `Östersund` and `Östersunds kommun`, `Region Norr` and `Norr`. */
function plainArea(text: string): string {
  return searchKey(text)
    .replaceAll(/\b(kommun|stad|region|regionen)\b/g, '')
    .trim()
    .replace(/s$/, '')
}

function dayOf(text: string): string | null | 'unread' {
  if (text === '') return null
  const read = readDate(text)
  return typeof read === 'string' ? 'unread' : read.day
}
