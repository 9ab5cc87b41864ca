import type { Operation } from '#platform/operations/operation.ts'
import { applyToJoin } from './apply-to-join.ts'
import { approveApplications } from './approve-applications.ts'
import { assignWelcomeTask } from './assign-welcome-task.ts'
import { closeJoinPage } from './close-join-page.ts'
import { confirmApplication } from './confirm-application.ts'
import { createJoinPage } from './create-join-page.ts'
import { createReferralLink } from './create-referral-link.ts'
import { getJoinPage } from './get-join-page.ts'
import { getJoinPoster } from './get-join-poster.ts'
import { getMemberJourney } from './get-member-journey.ts'
import { getOwnApplication } from './get-own-application.ts'
import { getOwnRecruiting } from './get-own-recruiting.ts'
import { getRecruitment } from './get-recruitment.ts'
import { getWelcomeTask } from './get-welcome-task.ts'
import { listApplications } from './list-applications.ts'
import { listJoinPages } from './list-join-pages.ts'
import { listPostalCodeUnits } from './list-postal-code-units.ts'
import { listWelcomeTasks } from './list-welcome-tasks.ts'
import { recordEngagementInterview } from './record-engagement-interview.ts'
import { recordWelcomeContact } from './record-welcome-contact.ts'
import { refuseApplication } from './refuse-application.ts'
import { setJoiningSettings } from './set-joining-settings.ts'
import { setPostalCodeUnits } from './set-postal-code-units.ts'
import { shareOutWelcomeTasks } from './share-out-welcome-tasks.ts'
import { updateJoinPage } from './update-join-page.ts'
import { withdrawApplication } from './withdraw-application.ts'

/** From the page that anybody may join through to the welcome of a new member. */
export const joiningOperations: readonly Operation[] = [
  getJoinPage,
  applyToJoin,
  getOwnApplication,
  confirmApplication,
  withdrawApplication,
  listJoinPages,
  createJoinPage,
  updateJoinPage,
  closeJoinPage,
  getJoinPoster,
  listPostalCodeUnits,
  setPostalCodeUnits,
  setJoiningSettings,
  listApplications,
  approveApplications,
  refuseApplication,
  listWelcomeTasks,
  getWelcomeTask,
  assignWelcomeTask,
  shareOutWelcomeTasks,
  recordWelcomeContact,
  recordEngagementInterview,
  getRecruitment,
  getMemberJourney,
  createReferralLink,
  getOwnRecruiting,
]
