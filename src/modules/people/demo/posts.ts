import type { Kysely } from 'kysely'
import type { z } from 'zod'
import {
  changeBody,
  createBody,
  createPublicBody,
  listUnits,
  recordBodyActivity,
  setGroupSource,
  setSeat,
} from '#modules/organisation/index.ts'
import type { Tables } from '#platform/database/tables.ts'
import type { Operation } from '#platform/operations/operation.ts'
import { appointPerson } from '../operations/posts/appoint-person.ts'
import { endTerm } from '../operations/posts/end-term.ts'
import { recordMandate } from '../operations/posts/record-mandate.ts'
import { setRemuneration } from '../operations/posts/set-remuneration.ts'

type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

export type PostsDemo = {
  organisationId: string
  /** The district. */
  unitId: string
  /** Bodies that are there already: the council group and the district's board. */
  councilGroupId: string
  boardId: string
  /** An account whose person is to have a mandate. */
  electedUserId?: string
  /** How many public mandates at most. */
  mandates: number
}

const since = '2024-01-01'
/** The Swedish term of office: elections every fourth autumn. */
const termBegan = '2024-01-01'

/**
 * Gives an invented district bodies with seats and holders, public bodies with mandates, and what some are paid for. Some
 * seats are vacant, one chair has been replaced, and a network has gone silent, so that the pages have something to show.
 * @param owner the tables, past every rule: to find invented people
 * @returns how many mandates were made
 */
export async function loadPostsDemo(call: Call, owner: Kysely<Tables>, demo: PostsDemo): Promise<number> {
  const people = await inventedPeople(owner, demo)
  if (people.length === 0) return 0
  const next = nextOf(people)
  const { units } = await call(listUnits, {})
  const associations = units.filter((unit) => unit.kind === 'association')
  await fillDistrict(call, demo, next, units.find((unit) => unit.kind === 'circle')?.id)
  for (const unit of associations.slice(0, Math.max(2, Math.floor(demo.mandates / 5)))) {
    await fillAssociation(call, unit, next)
  }
  return fillPublicBodies(call, demo, people, associations)
}

/** People who have been members since before, the one whose account it is first. */
async function inventedPeople(owner: Kysely<Tables>, { organisationId, electedUserId }: PostsDemo) {
  const linked = electedUserId
    ? await owner
        .selectFrom('people.account_link')
        .select('person_id')
        .where('organisation_id', '=', organisationId)
        .where('user_id', '=', electedUserId)
        .executeTakeFirst()
    : undefined
  const rows = await owner
    .selectFrom('people.person as person')
    .select('person.id')
    .where('person.organisation_id', '=', organisationId)
    .where('person.protected', '=', false)
    .where('person.merged_into', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('people.membership as membership')
          .select('membership.id')
          .whereRef('membership.organisation_id', '=', 'person.organisation_id')
          .whereRef('membership.person_id', '=', 'person.id')
          .where('membership.kind', '=', 'home')
          .where('membership.status', '=', 'active')
          .where('membership.valid_to', 'is', null)
          .where('membership.valid_from', '<', since),
      ),
    )
    .orderBy('person.id')
    .limit(200)
    .execute()
  const ids = rows.map((row) => row.id)
  return linked ? [linked.person_id, ...ids.filter((id) => id !== linked.person_id)] : ids
}

/** One person after another, round and round. */
function nextOf(people: readonly string[]): () => string {
  let at = -1
  return () => people[++at % people.length]!
}

async function fillDistrict(call: Call, demo: PostsDemo, next: () => string, circleId: string | undefined) {
  const { unitId, boardId, councilGroupId } = demo
  const make = async (body: { kind: string; name: string } & Record<string, unknown>) =>
    (await call(createBody, { unitId, validFrom: since, ...body })).bodyId
  const meetingId = await make({ kind: 'highestMeeting', name: 'Distriktsårsmötet', isHighest: true })
  await make({ kind: 'representativeAssembly', name: 'Representantskapet' })
  await call(changeBody, {
    bodyId: boardId,
    purpose: 'Leder distriktet mellan årsmötena och ser till att besluten blir gjorda.',
    contactAddress: 'styrelsen@distriktet.example.org',
    from: since,
  })
  await call(changeBody, {
    bodyId: councilGroupId,
    purpose: 'Alla som har uppdrag i fullmäktige och nämnder. Gruppmötet beslutar.',
    contactAddress: 'gruppen@distriktet.example.org',
    from: since,
  })
  const seat = async (bodyId: string, roleKind: string, number: number, more: Record<string, unknown> = {}) =>
    (await call(setSeat, { bodyId, roleKind, number, from: since, ...more })).seatId
  const chair = await seat(boardId, 'chair', 1, {
    namePublic: true,
    contactAddress: 'ordforande@distriktet.example.org',
  })
  const elected = { appointedByBodyId: meetingId, decision: 'Distriktsårsmötet 2024 § 14' }
  const { termId } = await call(appointPerson, {
    personId: next(),
    seatId: chair,
    from: since,
    ...elected,
  })
  await call(endTerm, { termId, lastDay: '2025-03-22', reason: 'Avgick vid årsmötet' })
  await call(appointPerson, {
    personId: next(),
    seatId: chair,
    from: '2025-03-23',
    appointedByBodyId: meetingId,
    decision: 'Distriktsårsmötet 2025 § 15',
  })
  for (const [role, number, holders] of [
    ['viceChair', 1, 1],
    ['treasurer', 1, 1],
    ['ordinary', 5, 4],
    ['substitute', 3, 3],
  ] as const) {
    const seatId = await seat(boardId, role, number)
    for (let held = 0; held < holders; held++) {
      await call(appointPerson, { personId: next(), seatId, from: since, ...elected })
    }
  }
  if (circleId) {
    await seat(boardId, 'ordinary', 1, { title: 'Kretsens ledamot', referenceUnitId: circleId })
  }
  for (const role of ['externalLeader', 'internalLeader']) {
    const seatId = await seat(councilGroupId, role, 1, { namePublic: role === 'externalLeader' })
    await call(appointPerson, { personId: next(), seatId, from: since })
  }
  for (const name of ['Vårdgruppen', 'Trafikgruppen']) {
    const groupId = await make({ kind: 'subjectGroup', name, parentId: councilGroupId })
    const seatId = await seat(groupId, 'chair', 1)
    await call(appointPerson, { personId: next(), seatId, from: since })
  }
  const open = { kind: 'network', openToJoin: true }
  const living = await make({
    ...open,
    name: 'Nätverket för kollektivtrafik',
    purpose: 'Samlar den som vill påverka turer och priser.',
  })
  const silent = await make({ ...open, name: 'Nätverket för bostäder' })
  for (const bodyId of [living, silent]) {
    const seatId = await seat(bodyId, 'contactPerson', 1)
    await call(appointPerson, { personId: next(), seatId, from: since })
  }
  await call(recordBodyActivity, { bodyId: living, day: '2026-10-14', what: 'Studiebesök på bussdepån' })
  await call(recordBodyActivity, { bodyId: silent, day: '2025-09-02', what: 'Uppstartsmöte' })
}

async function fillAssociation(
  call: Call,
  unit: { id: string; name: string; validFrom: string },
  next: () => string,
) {
  const { id: unitId, validFrom } = unit
  await call(createBody, {
    unitId,
    validFrom,
    kind: 'highestMeeting',
    name: 'Årsmötet',
    isHighest: true,
  })
  const { bodyId } = await call(createBody, {
    unitId,
    validFrom,
    kind: 'board',
    name: 'Föreningsstyrelsen',
    contactAddress: `forening-${unitId.slice(-4)}@distriktet.example.org`,
  })
  for (const [roleKind, number] of [
    ['chair', 1],
    ['treasurer', 1],
    ['ordinary', 3],
  ] as const) {
    const { seatId } = await call(setSeat, { bodyId, roleKind, number, from: validFrom })
    // One ordinary seat is left vacant.
    for (let held = 0; held < Math.max(1, number - 1); held++) {
      await call(appointPerson, { personId: next(), seatId, from: validFrom })
    }
  }
}

const committees = [
  { kind: 'council', name: 'Kommunfullmäktige', policyArea: '' },
  { kind: 'committee', name: 'Skolnämnden', policyArea: 'Skola' },
  { kind: 'committee', name: 'Omsorgsnämnden', policyArea: 'Omsorg' },
] as const
const regional = [
  { kind: 'council', name: 'Regionfullmäktige', policyArea: '' },
  { kind: 'committee', name: 'Hälso- och sjukvårdsnämnden', policyArea: 'Vård' },
  { kind: 'committee', name: 'Trafiknämnden', policyArea: 'Kollektivtrafik' },
] as const

async function fillPublicBodies(
  call: Call,
  { unitId, councilGroupId, mandates }: PostsDemo,
  people: readonly string[],
  associations: readonly { id: string; name: string }[],
): Promise<number> {
  const places = [
    { areaName: 'Påhittregionen', level: 'region' as const, unitId, bodies: regional },
    ...associations.map((unit) => ({
      areaName: `${unit.name.replace(/s? förening$/, '')} kommun`,
      level: 'municipality' as const,
      unitId: unit.id,
      bodies: committees,
    })),
  ]
  let made = 0
  for (const place of places) {
    if (made >= mandates) break
    for (const { kind, name, policyArea } of place.bodies) {
      const { areaName, level } = place
      const { publicBodyId } = await call(createPublicBody, {
        unitId: place.unitId,
        level,
        kind,
        name,
        areaName,
        policyArea,
        from: '2022-10-15',
      })
      if (level === 'region') {
        await call(setGroupSource, { bodyId: councilGroupId, publicBodyId, from: termBegan })
      }
      const seats = kind === 'council' ? 2 : 1
      for (let seat = 0; seat < seats && made < mandates; seat++) {
        // The same few sit in several bodies, as it is.
        const personId = people[(made * 2) % people.length]!
        const isChair = policyArea === 'Vård' || (policyArea === 'Skola' && made % 2 === 0)
        const { mandateId } = await call(recordMandate, {
          personId,
          publicBodyId,
          seatKind: seat === 0 ? 'ordinary' : 'deputy',
          post: isChair ? 'chair' : '',
          partyGroup: 'Vår grupp',
          from: '2022-10-15',
          appointedBy: kind === 'council' ? 'Valmyndigheten' : 'Fullmäktige',
          viaAgreement: isChair ? 'Valtekniska överenskommelsen' : '',
          namePublic: kind === 'council' || isChair,
        })
        if (made < 4) await pay(call, mandateId, made, unitId)
        made++
      }
    }
  }
  return made
}

/** What some are paid for: full time, part time with a raise for an election, by the hour. */
async function pay(call: Call, mandateId: string, number: number, unitId: string) {
  const paid = { mandateId, from: termBegan, reason: 'Efter valet' }
  if (number === 0) return call(setRemuneration, { ...paid, kind: 'full', areas: ['Vård', 'Ekonomi'] })
  if (number === 3) return call(setRemuneration, { ...paid, kind: 'hourly' })
  await call(setRemuneration, {
    ...paid,
    kind: 'part',
    degree: number === 1 ? '80' : '40',
    areas: ['Trafik'],
  })
  return call(setRemuneration, {
    mandateId,
    kind: 'part',
    degree: number === 1 ? '30' : '20',
    from: '2026-10-01',
    to: '2026-12-31',
    temporary: true,
    purpose: 'Hjälper föreningarna efter valet',
    supportedUnitIds: [unitId],
    hours: '60',
  })
}
