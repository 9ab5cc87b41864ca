import type { Operation } from '#platform/operations/operation.ts'
import { countMembersByArea } from './count-members-by-area.ts'
import { exportDelegateSeats } from './export-delegate-seats.ts'
import { getUnitGrowth } from './get-unit-growth.ts'
import { listDelegateRules } from './list-delegate-rules.ts'
import { previewDelegateSeats } from './preview-delegate-seats.ts'
import { recordFigure } from './record-figure.ts'
import { setDelegateRule } from './set-delegate-rule.ts'
import { withdrawFigure } from './withdraw-figure.ts'

/** How units grow, where their members live, and how many delegates they send. */
export const growthOperations: readonly Operation[] = [
  getUnitGrowth,
  recordFigure,
  withdrawFigure,
  countMembersByArea,
  listDelegateRules,
  setDelegateRule,
  previewDelegateSeats,
  exportDelegateSeats,
]
