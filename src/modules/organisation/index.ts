import type { OperationModule } from '#platform/operations/registry.ts'
import { organisationFixtures } from './fixtures.ts'
import { organisationTexts } from './messages/organisation.ts'
import { answerInvitation } from './operations/answer-invitation.ts'
import { createBody } from './operations/create-body.ts'
import { createOrganisation } from './operations/create-organisation.ts'
import { endRoleGrant } from './operations/end-role-grant.ts'
import { getInvitation } from './operations/get-invitation.ts'
import { getOrganisation } from './operations/get-organisation.ts'
import { grantRole } from './operations/grant-role.ts'
import { invitePerson } from './operations/invite-person.ts'
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

export { demoAccount, makeDemoAccounts } from './demo-accounts.ts'
export { belongingsOf, type Belonging } from './grants.ts'
export { insideRoles } from './inside-roles.ts'
export { forgetInvitations } from './forget-invitations.ts'
export { inventedOrganisations } from './invented-organisations.ts'
export { organisationOfToken } from './invitation-token.ts'
export { organisationTexts } from './messages/organisation.ts'
export { organisationsOf } from './organisations-of.ts'
export { longestLoan, mayGive, mayLend, rolesToLend } from './rules/trust.ts'
export { writeUnit, type NewUnit } from './store/write-unit.ts'
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
  lendRole,
  listRoleGrants,
  listUnits,
  setUp,
  withdrawInvitation,
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
    listBodies,
    createBody,
    listRoleGrants,
    grantRole,
    lendRole,
    endRoleGrant,
    invitePerson,
    withdrawInvitation,
    getInvitation,
    answerInvitation,
  ],
  texts: organisationTexts,
  fixtures: organisationFixtures,
}
