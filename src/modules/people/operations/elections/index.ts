import type { Operation } from '#platform/operations/operation.ts'
import { endBloc } from './end-bloc.ts'
import { getElection } from './get-election.ts'
import { listAgreementPosts } from './list-agreement-posts.ts'
import { listElections } from './list-elections.ts'
import { previewElectionResults } from './preview-election-results.ts'
import { previewPower } from './preview-power.ts'
import { recordElection } from './record-election.ts'
import { recordElectionResults } from './record-election-results.ts'
import { setBloc } from './set-bloc.ts'
import { setParty } from './set-party.ts'
import { withdrawElection } from './withdraw-election.ts'

/** Elections to public bodies, who governs there, and what would move power. */
export const electionsOperations: readonly Operation[] = [
  listElections,
  getElection,
  recordElection,
  withdrawElection,
  previewElectionResults,
  recordElectionResults,
  setParty,
  setBloc,
  endBloc,
  previewPower,
  listAgreementPosts,
]
