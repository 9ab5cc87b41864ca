import type { Operation } from '#platform/operations/operation.ts'
import { appointPerson } from './appoint-person.ts'
import { endMandate } from './end-mandate.ts'
import { endRemuneration } from './end-remuneration.ts'
import { endTerm } from './end-term.ts'
import { exportPopolo } from './export-popolo.ts'
import { findCandidates } from './find-candidates.ts'
import { findPublicContacts } from './find-public-contacts.ts'
import { getBodyHolders } from './get-body-holders.ts'
import { getPersonPosts } from './get-person-posts.ts'
import { joinBody } from './join-body.ts'
import { leaveBody } from './leave-body.ts'
import { listMandates } from './list-mandates.ts'
import { listOwnNetworks } from './list-own-networks.ts'
import { listRemunerationChanges } from './list-remuneration-changes.ts'
import { listRemunerations } from './list-remunerations.ts'
import { listSiblingCommittees } from './list-sibling-committees.ts'
import { listUnitHealth } from './list-unit-health.ts'
import { listVacancies } from './list-vacancies.ts'
import { recordMandate } from './record-mandate.ts'
import { recordRemunerationReport } from './record-remuneration-report.ts'
import { setRemuneration } from './set-remuneration.ts'
import { withdrawPost } from './withdraw-post.ts'

/** What persons hold: roles, public mandates, what is paid for them, networks. */
export const postsOperations: readonly Operation[] = [
  getBodyHolders,
  listMandates,
  listVacancies,
  listUnitHealth,
  listSiblingCommittees,
  listRemunerations,
  listRemunerationChanges,
  getPersonPosts,
  findCandidates,
  appointPerson,
  endTerm,
  recordMandate,
  endMandate,
  setRemuneration,
  endRemuneration,
  recordRemunerationReport,
  withdrawPost,
  joinBody,
  leaveBody,
  listOwnNetworks,
  exportPopolo,
  findPublicContacts,
]
