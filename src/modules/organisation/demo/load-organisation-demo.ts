import type { Kysely } from 'kysely'
import { today } from '#platform/dates.ts'
import type { Tables } from '#platform/database/tables.ts'
import { newId } from '#platform/identifiers.ts'
import { grantSeatRight } from '../operations/affiliates/grant-seat-right.ts'
import { setAffiliate } from '../operations/affiliates/set-affiliate.ts'
import { answerConsultation } from '../operations/anchoring/answer-consultation.ts'
import { createConsultation } from '../operations/anchoring/create-consultation.ts'
import { setAnchoringLink } from '../operations/anchoring/set-anchoring-link.ts'
import { createUnit } from '../operations/create-unit.ts'
import { adoptDocumentVersion } from '../operations/governing-documents/adopt-document-version.ts'
import { createGoverningDocument } from '../operations/governing-documents/create-governing-document.ts'
import { listBodies } from '../operations/list-bodies.ts'
import { firstStandingOrders, laterStandingOrders, statutes, workingMethods } from './document-texts.ts'
import type { DemoCall } from './venues.ts'

export type OrganisationDemo = {
  organisationId: string
  unitId: string
  councilGroupId: string
  boardId: string
  /** Who answers for the affiliate. */
  ownerUserId: string
  now: Date
}

/**
 * Gives the invented district what its bodies work by, questions that have been asked before deciding, and a youth league
 * with a register of its own.
 * @returns the league, and its seat in the district's board, which nobody has yet
 */
export async function loadOrganisationDemo(
  call: DemoCall,
  owner: Kysely<Tables>,
  demo: OrganisationDemo,
): Promise<{ affiliateId: string; seatId: string }> {
  const boards = await associationBoards(call, demo)
  await loadDocuments(call, demo, boards)
  await loadConsultations(call, demo, boards)
  return loadAffiliate(call, owner, demo)
}

type Board = { id: string; unitId: string; validFrom: string }

async function associationBoards(call: DemoCall, { unitId }: OrganisationDemo): Promise<Board[]> {
  const { bodies } = await call(listBodies, {})
  return bodies.filter((body) => body.kind === 'board' && body.unitId !== unitId)
}

async function loadDocuments(call: DemoCall, demo: OrganisationDemo, boards: readonly Board[]) {
  const { boardId, councilGroupId } = demo
  const { documentId } = await call(createGoverningDocument, {
    bodyId: boardId,
    kind: 'standingOrders',
    title: 'Distriktsstyrelsens arbetsordning',
    text: firstStandingOrders,
    adoptedOn: '2024-03-12',
    adoptedByBodyId: boardId,
    reviewDue: '2026-03-12',
  })
  await call(adoptDocumentVersion, {
    documentId,
    text: laterStandingOrders,
    adoptedOn: '2025-03-11',
    adoptedByBodyId: boardId,
    reviewDue: '2027-03-11',
    note: 'Möten på distans, och underlag en vecka före.',
  })
  await call(createGoverningDocument, {
    bodyId: councilGroupId,
    kind: 'workingMethods',
    title: 'Så arbetar gruppen',
    text: workingMethods,
    adoptedOn: '2024-02-01',
    adoptedByBodyId: councilGroupId,
    reviewDue: '2026-02-01',
  })
  for (const board of boards.slice(0, 1)) {
    await call(createGoverningDocument, {
      bodyId: board.id,
      kind: 'statutes',
      title: 'Föreningens stadgar',
      text: statutes,
      adoptedOn: board.validFrom > '2024-04-20' ? board.validFrom : '2024-04-20',
      adoptedByBodyId: board.id,
    })
  }
}

async function loadConsultations(call: DemoCall, demo: OrganisationDemo, boards: readonly Board[]) {
  const { boardId, councilGroupId, now } = demo
  const inDays = (days: number) => today(new Date(now.getTime() + days * 86_400_000))
  for (const { unitId, validFrom } of boards) {
    await call(setAnchoringLink, { unitId, bodyId: councilGroupId, from: validFrom })
  }
  const [first, second = first] = boards
  if (!first || !second) return
  const { consultationId } = await call(createConsultation, {
    fromBodyId: councilGroupId,
    toBodyId: first.id,
    issue: 'Ska vi föreslå avgiftsfria resor för unga?',
    background:
      'Gruppen lägger fram sin budget i november. Vi vill veta hur förslaget tas emot innan vi bestämmer oss, och vad ni helst avstår från.',
    askedOn: inDays(-60),
    answerBy: inDays(-30),
  })
  await call(answerConsultation, {
    consultationId,
    outcome: 'supportsWithChanges',
    text: 'Ja, men börja med loven. Hellre det än fler turer på kvällen.',
    answeredOn: inDays(-41),
  })
  await call(createConsultation, {
    fromBodyId: councilGroupId,
    toBodyId: second.id,
    issue: 'Var ska den nya vårdcentralen ligga?',
    background: 'Två platser är möjliga: vid torget eller vid stationen.',
    askedOn: inDays(-35),
    answerBy: inDays(-5),
  })
  await call(createConsultation, {
    fromBodyId: first.id,
    toBodyId: councilGroupId,
    issue: 'Namninsamling för nattbussen',
    background: 'Vi vill samla namn i december. Stör det något som gruppen arbetar med?',
    askedOn: inDays(-6),
    answerBy: inDays(8),
  })
  await call(createConsultation, {
    fromBodyId: boardId,
    toUnitId: first.unitId,
    issue: 'Dag för nästa årsmöte',
    askedOn: inDays(-3),
    answerBy: inDays(18),
  })
}

async function loadAffiliate(call: DemoCall, owner: Kysely<Tables>, demo: OrganisationDemo) {
  const { organisationId, unitId, boardId, ownerUserId } = demo
  const { unitId: affiliateId } = await call(createUnit, {
    parentId: unitId,
    kind: 'affiliate',
    name: 'Exempelungdomen',
    from: '2024-01-01',
  })
  await owner
    .insertInto('organisation.role_grant')
    .values({
      organisation_id: organisationId,
      id: newId(),
      user_id: ownerUserId,
      role: 'owner',
      unit_id: affiliateId,
      valid_from: '2024-01-01',
      granted_at: demo.now,
    })
    .execute()
  await call(setAffiliate, { unitId: affiliateId, from: '2024-06-01', decision: 'Årsmötet 2024 § 18' })
  const { seatId } = await call(grantSeatRight, {
    bodyId: boardId,
    unitId: affiliateId,
    number: 1,
    title: 'Exempelungdomens plats',
    speaks: true,
    proposes: true,
    votes: false,
    namePublic: true,
    decision: 'Årsmötet 2024 § 18',
    from: '2024-06-01',
  })
  return { affiliateId, seatId }
}
