import type { Operation } from '#platform/operations/operation.ts'
import { addOwnContact } from './add-own-contact.ts'
import { answerAccountInvitation } from './answer-account-invitation.ts'
import { applyRetention } from './apply-retention.ts'
import { changeLawfulBasis } from './change-lawful-basis.ts'
import { changeOwnDetails } from './change-own-details.ts'
import { closeOpenedRecord } from './close-opened-record.ts'
import { confirmAccessReview } from './confirm-access-review.ts'
import { createErasureRequest } from './create-erasure-request.ts'
import { endOwnContact } from './end-own-contact.ts'
import { erasePerson } from './erase-person.ts'
import { exportEverythingAbout } from './export-everything-about.ts'
import { exportOwnEverything } from './export-own-everything.ts'
import { exportProcessingRecords } from './export-processing-records.ts'
import { getAccountInvitation } from './get-account-invitation.ts'
import { getOpenedRecord } from './get-opened-record.ts'
import { getOwnEverything } from './get-own-everything.ts'
import { getOwnRecord } from './get-own-record.ts'
import { inviteToOwnPage } from './invite-to-own-page.ts'
import { listAccessReview } from './list-access-review.ts'
import { listErasureRequests } from './list-erasure-requests.ts'
import { listOpenedRecords } from './list-opened-records.ts'
import { listProcessingRecords } from './list-processing-records.ts'
import { listRetentionRules } from './list-retention-rules.ts'
import { makeCalendarFeed } from './make-calendar-feed.ts'
import { moveHome } from './move-home.ts'
import { openRecord } from './open-record.ts'
import { previewRetention } from './preview-retention.ts'
import { readCalendar } from './read-calendar.ts'
import { recordOwnConsent } from './record-own-consent.ts'
import { refuseErasureRequest } from './refuse-erasure-request.ts'
import { revokeCalendarFeed } from './revoke-calendar-feed.ts'
import { searchOwnRecord } from './search-own-record.ts'
import { setProcessingRecord } from './set-processing-record.ts'
import { setRetentionRule } from './set-retention-rule.ts'
import { withdrawErasureRequest } from './withdraw-erasure-request.ts'
import { withdrawOwnConsent } from './withdraw-own-consent.ts'

export { organisationOfLink } from '../../store/privacy/link-token.ts'
export { organisationsWithRetention } from '../../store/privacy/retention/organisations.ts'
export { applyRetention }

/** The own page, erasure and retention, the register of processing, and who has opened and reviewed what. */
export const privacyOperations: readonly Operation[] = [
  getOwnRecord,
  changeOwnDetails,
  addOwnContact,
  endOwnContact,
  moveHome,
  recordOwnConsent,
  withdrawOwnConsent,
  getOwnEverything,
  exportOwnEverything,
  createErasureRequest,
  withdrawErasureRequest,
  makeCalendarFeed,
  revokeCalendarFeed,
  readCalendar,
  searchOwnRecord,
  inviteToOwnPage,
  getAccountInvitation,
  answerAccountInvitation,
  exportEverythingAbout,
  listErasureRequests,
  refuseErasureRequest,
  erasePerson,
  changeLawfulBasis,
  listRetentionRules,
  setRetentionRule,
  previewRetention,
  applyRetention,
  listProcessingRecords,
  setProcessingRecord,
  exportProcessingRecords,
  openRecord,
  getOpenedRecord,
  closeOpenedRecord,
  listOpenedRecords,
  listAccessReview,
  confirmAccessReview,
]
