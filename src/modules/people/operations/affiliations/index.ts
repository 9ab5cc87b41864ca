import type { Operation } from '#platform/operations/operation.ts'
import { forgetAffiliation } from './forget-affiliation.ts'
import { forgetOwnAffiliation } from './forget-own-affiliation.ts'
import { recordAffiliation } from './record-affiliation.ts'
import { tellOwnAffiliation } from './tell-own-affiliation.ts'

/** What members belong to beside us, told with their consent. */
export const affiliationsOperations: readonly Operation[] = [
  tellOwnAffiliation,
  forgetOwnAffiliation,
  recordAffiliation,
  forgetAffiliation,
]
