import type { OperationModule } from '#platform/operations/registry.ts'
import { organisationFixtures } from './fixtures.ts'
import { organisationTexts } from './messages/organisation.ts'
import { affiliateOperations } from './operations/affiliates/index.ts'
import { anchoringOperations } from './operations/anchoring/index.ts'
import { answerInvitation } from './operations/answer-invitation.ts'
import { createBody } from './operations/create-body.ts'
import { createOrganisation } from './operations/create-organisation.ts'
import { endRoleGrant } from './operations/end-role-grant.ts'
import { getInvitation } from './operations/get-invitation.ts'
import { getOrganisation } from './operations/get-organisation.ts'
import { governingDocumentOperations } from './operations/governing-documents/index.ts'
import { grantRole } from './operations/grant-role.ts'
import { invitePerson } from './operations/invite-person.ts'
import { listKinds } from './operations/list-kinds.ts'
import { listBodies } from './operations/list-bodies.ts'
import { listRoleGrants } from './operations/list-role-grants.ts'
import { lendRole } from './operations/lend-role.ts'
import { listUnits } from './operations/list-units.ts'
import { setUp } from './operations/set-up.ts'
import { closeUnit } from './operations/close-unit.ts'
import { createUnit } from './operations/create-unit.ts'
import { getUnit } from './operations/get-unit.ts'
import { insertUnitLayer } from './operations/insert-unit-layer.ts'
import { mergeUnits } from './operations/merge-units.ts'
import { moveUnit } from './operations/move-unit.ts'
import { renameUnit } from './operations/rename-unit.ts'
import { searchUnits } from './operations/search-units.ts'
import { setUnitKinds } from './operations/set-unit-kinds.ts'
import { splitUnit } from './operations/split-unit.ts'
import { withdrawInvitation } from './operations/withdraw-invitation.ts'
import { changeBody } from './operations/bodies/change-body.ts'
import { changePublicBody } from './operations/bodies/change-public-body.ts'
import { createPublicBody } from './operations/bodies/create-public-body.ts'
import { endBody } from './operations/bodies/end-body.ts'
import { endPublicBody } from './operations/bodies/end-public-body.ts'
import { endSeat } from './operations/bodies/end-seat.ts'
import { getBody } from './operations/bodies/get-body.ts'
import { listPublicBodies } from './operations/bodies/list-public-bodies.ts'
import { recordBodyActivity } from './operations/bodies/record-body-activity.ts'
import { reopenUnit } from './operations/reopen-unit.ts'
import { setBodyKinds } from './operations/bodies/set-body-kinds.ts'
import { setGroupSource } from './operations/bodies/set-group-source.ts'
import { setSeat } from './operations/bodies/set-seat.ts'
import { priorityOperations } from './operations/priorities/index.ts'
import { venueOperations } from './operations/venues/index.ts'

export { demoAccount, makeDemoAccounts } from './demo-accounts.ts'
export { loadPrioritiesDemo } from './demo/priorities.ts'
export { loadVenuesDemo } from './demo/venues.ts'
export { createPriorityList } from './operations/priorities/create-priority-list.ts'
export { getPriorityCoverage } from './operations/priorities/get-priority-coverage.ts'
export { listPriorityLists } from './operations/priorities/list-priority-lists.ts'
export { listThingPriorities } from './operations/priorities/list-thing-priorities.ts'
export { tagPriority } from './operations/priorities/tag-priority.ts'
export {
  addTaggable,
  type Taggable,
  type TaggablesAsked,
  type TaggableThing,
} from './store/priorities/taggable-registry.ts'
export { belongingsOf, type Belonging } from './grants.ts'
export { insideRoles } from './inside-roles.ts'
export { forgetInvitations } from './forget-invitations.ts'
export { inventedOrganisations } from './invented-organisations.ts'
export { organisationOfToken } from './invitation-token.ts'
export { organisationTexts } from './messages/organisation.ts'
export { organisationsOf } from './organisations-of.ts'
export { longestLoan, mayGive, mayLend, rolesToLend } from './rules/trust.ts'
export { writeUnit, type NewUnit } from './store/write-unit.ts'
export { unitReaders } from './inside-roles.ts'
export { asToldOn, type UnitRecords } from './rules/unit-records.ts'
export { unitSpans, type UnitSpan } from './rules/unit-spans.ts'
export { treeAsOf, type TreeUnit } from './rules/unit-tree.ts'
export { municipalities, nearestNames, placeCalled, regions } from './rules/places/places.ts'
export { kindCalled } from './rules/unit-kinds.ts'
export { bodiesOn, seatsOn, type BodyOn, type SeatOn } from './rules/bodies/bodies-as-of.ts'
export { readBodies, readBodyKinds, readRoleKinds, lastActivities } from './store/bodies/read-bodies.ts'
export { readMandateSources, readPublicBodies, type PublicBodyOn } from './store/bodies/read-public-bodies.ts'
export { bodyKindsOn, roleKindsOn, unitKindsOn } from './store/kinds.ts'
export { lockUnits, readUnits } from './store/read-units.ts'
export { writeBody } from './store/bodies/write-body.ts'
export { overdueReviews } from './store/governing-documents/overdue-reviews.ts'
export { changeSeatRight } from './operations/affiliates/change-seat-right.ts'
export { endAffiliation } from './operations/affiliates/end-affiliation.ts'
export { endSeatRight } from './operations/affiliates/end-seat-right.ts'
export { grantSeatRight } from './operations/affiliates/grant-seat-right.ts'
export { listAffiliates } from './operations/affiliates/list-affiliates.ts'
export { setAffiliate } from './operations/affiliates/set-affiliate.ts'
export { readStanding } from './pages/standing/read-standing.ts'
export { loadOrganisationDemo } from './demo/load-organisation-demo.ts'
export { daysSilent, isSilent, silentAfterDays } from './rules/bodies/silence.ts'
export { bodyShape, publicBodyShape, seatShape } from './operations/bodies/body-shapes.ts'
export {
  answerInvitation,
  closeUnit,
  createUnit,
  getUnit,
  insertUnitLayer,
  mergeUnits,
  moveUnit,
  renameUnit,
  searchUnits,
  setUnitKinds,
  splitUnit,
  createBody,
  createOrganisation,
  endRoleGrant,
  getInvitation,
  getOrganisation,
  grantRole,
  invitePerson,
  listBodies,
  listKinds,
  lendRole,
  listRoleGrants,
  listUnits,
  setUp,
  withdrawInvitation,
  changeBody,
  changePublicBody,
  createPublicBody,
  endBody,
  endPublicBody,
  endSeat,
  getBody,
  listPublicBodies,
  recordBodyActivity,
  reopenUnit,
  setBodyKinds,
  setGroupSource,
  setSeat,
}

export const organisationModule: OperationModule = {
  name: 'organisation',
  operations: [
    getOrganisation,
    createOrganisation,
    setUp,
    listUnits,
    getUnit,
    searchUnits,
    createUnit,
    renameUnit,
    moveUnit,
    insertUnitLayer,
    mergeUnits,
    splitUnit,
    closeUnit,
    setUnitKinds,
    listKinds,
    listBodies,
    createBody,
    changeBody,
    changePublicBody,
    createPublicBody,
    endBody,
    endPublicBody,
    endSeat,
    getBody,
    listPublicBodies,
    recordBodyActivity,
    reopenUnit,
    setBodyKinds,
    setGroupSource,
    setSeat,
    listRoleGrants,
    grantRole,
    lendRole,
    endRoleGrant,
    invitePerson,
    withdrawInvitation,
    getInvitation,
    answerInvitation,
    ...anchoringOperations,
    ...governingDocumentOperations,
    ...affiliateOperations,
    ...venueOperations,
    ...priorityOperations,
  ],
  texts: organisationTexts,
  fixtures: organisationFixtures,
  processing: ['accountsAndTrust', 'log', 'mail'],
}
