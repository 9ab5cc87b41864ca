import type { Operation } from '#platform/operations/operation.ts'
import { removeAffiliation } from './remove-affiliation.ts'
import { removeOwnAffiliation } from './remove-own-affiliation.ts'
import { recordAffiliation } from './record-affiliation.ts'
import { recordOwnAffiliation } from './record-own-affiliation.ts'

/** What members belong to beside us, told with their consent. */
export const affiliationsOperations: readonly Operation[] = [
  recordOwnAffiliation,
  removeOwnAffiliation,
  recordAffiliation,
  removeAffiliation,
]
