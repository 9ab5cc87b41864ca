import type { Operation } from '#platform/operations/operation.ts'
import { exportVoters } from './export-voters.ts'
import { listVoters } from './list-voters.ts'
import { setVotingRule } from './set-voting-rule.ts'

/** Who may vote in a unit, and by which rule. */
export const votingOperations: readonly Operation[] = [listVoters, exportVoters, setVotingRule]
