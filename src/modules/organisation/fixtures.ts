import type { FixtureSource } from '#platform/operations/fixtures.ts'
import { newId } from '#platform/identifiers.ts'
import { documentedAnchoring, makeAnchoringFixtures, type AnchoringFixtures } from './fixtures/anchoring.ts'
import { createPublicBody } from './operations/bodies/create-public-body.ts'
import { setSeat } from './operations/bodies/set-seat.ts'
import { closeUnit } from './operations/close-unit.ts'
import { createBody } from './operations/create-body.ts'
import { createUnit } from './operations/create-unit.ts'
import { createPriorityList } from './operations/priorities/create-priority-list.ts'
import { getPriorityList } from './operations/priorities/get-priority-list.ts'
import { tagPriority } from './operations/priorities/tag-priority.ts'
import { createVenue } from './operations/venues/create-venue.ts'
import { createVenueRequest } from './operations/venues/create-venue-request.ts'
import { invitePerson } from './operations/invite-person.ts'

/** What the operations' examples about people's access are made of. */
export type OrganisationFixtures = AnchoringFixtures & {
  unitId: string
  /** Two units right below it. */
  branchUnitId: string
  otherUnitId: string
  colleagueUserId: string
  grantId: string
  invitationId: string
  invitationToken: string
  /** A unit that was closed, right below it. */
  closedUnitId: string
  /** A body of the unit, one that members may join, and a seat in the first. */
  bodyId: string
  networkId: string
  seatId: string
  /** A municipality's committee that the unit answers for. */
  publicBodyId: string
  /** Premises that the unit keeps, and what a body has asked for in them. */
  venueId: string
  venueRequestId: string
  /** What the body puts first: the first is carried by the request, the other by nothing. */
  priorityListId: string
  priorityId: string
  otherPriorityId: string
  /** A day near enough for something that is lent. */
  loanLastDay: string
}

declare module '#platform/operations/fixtures.ts' {
  interface Fixtures {
    organisation: OrganisationFixtures
  }
}

export const organisationFixtures: FixtureSource<{ organisation: OrganisationFixtures }> = {
  documented: {
    organisation: {
      unitId: '0192a3b4-0001-7000-8000-000000000001',
      branchUnitId: '0192a3b4-0001-7000-8000-000000000006',
      otherUnitId: '0192a3b4-0001-7000-8000-000000000007',
      colleagueUserId: '0192a3b4-0001-7000-8000-000000000002',
      grantId: '0192a3b4-0001-7000-8000-000000000003',
      invitationId: '0192a3b4-0001-7000-8000-000000000004',
      invitationToken: '0192a3b4-0001-7000-8000-000000000005.c2VjcmV0',
      closedUnitId: '0192a3b4-0001-7000-8000-000000000008',
      bodyId: '0192a3b4-0001-7000-8000-000000000009',
      networkId: '0192a3b4-0001-7000-8000-00000000000a',
      seatId: '0192a3b4-0001-7000-8000-00000000000b',
      publicBodyId: '0192a3b4-0001-7000-8000-00000000000c',
      venueId: '0192a3b4-0001-7000-8000-00000000000d',
      venueRequestId: '0192a3b4-0001-7000-8000-00000000000e',
      priorityListId: '0192a3b4-0001-7000-8000-000000000021',
      priorityId: '0192a3b4-0001-7000-8000-000000000022',
      otherPriorityId: '0192a3b4-0001-7000-8000-000000000023',
      loanLastDay: '2026-12-15',
      ...documentedAnchoring,
    },
  },
  async make(maker) {
    const { organisationId, unitId, marker, call, owner } = maker
    const colleagueUserId = newId()
    const grantId = newId()
    const now = new Date()
    await owner
      .insertInto('account.user')
      .values({
        id: colleagueUserId,
        name: `Kollega ${marker}`,
        email: `${colleagueUserId}@example.org`,
        emailVerified: true,
      })
      .execute()
    await owner
      .insertInto('organisation.role_grant')
      .values({
        organisation_id: organisationId,
        id: grantId,
        user_id: colleagueUserId,
        role: 'caller',
        unit_id: unitId,
        valid_from: '2020-01-01',
        granted_at: now,
      })
      .execute()
    const { invitationId } = await call(invitePerson, {
      name: `Inbjuden ${marker}`,
      email: `${newId()}@example.org`,
      role: 'caller',
      unitId,
    })
    // By the clock that the organisation was made by, which in tests is not the machine's.
    const { created_at: begun } = await owner
      .selectFrom('organisation.organisation')
      .select('created_at')
      .where('id', '=', organisationId)
      .executeTakeFirstOrThrow()
    const loanLastDay = new Date(begun.getTime() + 20 * 86_400_000).toISOString().slice(0, 10)
    // The secret is nowhere but in the mail.
    const mail = await owner
      .selectFrom('mail.message')
      .select('body_text')
      .where('organisation_id', '=', organisationId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    const invitationToken = decodeURIComponent(/token=(\S+)/.exec(mail.body_text)?.[1] ?? '')
    const branch = (name: string) =>
      call(createUnit, {
        parentId: unitId,
        kind: 'association',
        name: `${name} ${marker}`,
        from: '2021-01-01',
      })
    const { unitId: branchUnitId } = await branch('Gren')
    const { unitId: otherUnitId } = await branch('Andra')
    const { unitId: closedUnitId } = await branch('Stängd')
    await call(closeUnit, { unitId: closedUnitId, lastDay: '2024-12-31' })
    const since = { unitId, validFrom: '2021-01-01' }
    const { bodyId } = await call(createBody, { ...since, kind: 'board', name: `Styrelsen ${marker}` })
    const { bodyId: networkId } = await call(createBody, {
      ...since,
      kind: 'network',
      name: `Nätverket ${marker}`,
      openToJoin: true,
    })
    const { seatId } = await call(setSeat, { bodyId, roleKind: 'ordinary', number: 5, from: '2021-01-01' })
    const { publicBodyId } = await call(createPublicBody, {
      unitId,
      level: 'municipality',
      kind: 'committee',
      name: `Skolnämnden ${marker}`,
      areaName: `Kommunen ${marker}`,
      policyArea: `Skola ${marker}`,
      from: '2021-01-01',
    })
    const { venueId } = await call(createVenue, {
      unitId,
      name: `Folkets hus ${marker}`,
      municipality: `Kommunen ${marker}`,
      capacity: 60,
      attributes: ['stepFree'],
      remark: `Ingång ${marker}`,
      from: '2021-01-01',
    })
    const { requestId: venueRequestId } = await call(createVenueRequest, {
      venueId,
      bodyId,
      what: `En hörslinga ${marker}`,
      askedOf: `Föreningen ${marker}`,
      day: '2024-01-15',
    })
    const { listId: priorityListId } = await call(createPriorityList, {
      bodyId,
      title: `Prioriterat ${marker}`,
      from: '2026-01-01',
      to: '2027-12-31',
      priorities: [{ title: `Lokaler ${marker}`, why: `Därför ${marker}` }, { title: `Tåg ${marker}` }],
    })
    const { priorities } = await call(getPriorityList, { listId: priorityListId })
    const [priorityId = '', otherPriorityId = ''] = priorities.map((priority) => priority.id)
    await call(tagPriority, { priorityId, kind: 'organisation.venueRequest', thingId: venueRequestId })
    const anchoring = await makeAnchoringFixtures(maker, {
      bodyId,
      networkId,
      branchUnitId,
      userId: colleagueUserId,
    })
    return {
      organisation: {
        ...anchoring,
        unitId,
        branchUnitId,
        otherUnitId,
        colleagueUserId,
        grantId,
        invitationId,
        invitationToken,
        closedUnitId,
        bodyId,
        networkId,
        seatId,
        publicBodyId,
        venueId,
        venueRequestId,
        priorityListId,
        priorityId,
        otherPriorityId,
        loanLastDay,
      },
    }
  },
}
