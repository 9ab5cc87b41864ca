import type { Operation } from '#platform/operations/operation.ts'
import { changeSeatRight } from './change-seat-right.ts'
import { endAffiliation } from './end-affiliation.ts'
import { endSeatRight } from './end-seat-right.ts'
import { grantSeatRight } from './grant-seat-right.ts'
import { listAffiliates } from './list-affiliates.ts'
import { setAffiliate } from './set-affiliate.ts'

/** Organisations of their own that belong together with a unit, and their rights to seats in its bodies. */
export const affiliateOperations: readonly Operation[] = [
  listAffiliates,
  setAffiliate,
  endAffiliation,
  grantSeatRight,
  changeSeatRight,
  endSeatRight,
]
