import { acceptFinding, withdrawAcceptance } from './accept-finding.ts'
import { addAdjustment } from './add-adjustment.ts'
import { applyImport } from './apply-import.ts'
import { changeState } from './change-state.ts'
import { checkVersion } from './check-version.ts'
import { createBook } from './create-book.ts'
import { getBook } from './get-book.ts'
import { getBookOverview } from './get-book-overview.ts'
import { getWorkbench } from './get-workbench.ts'
import { listBooks } from './list-books.ts'
import { previewImport } from './preview-import.ts'
import { removeAdjustment } from './remove-adjustment.ts'
import { reorderAdjustments } from './reorder-adjustments.ts'
import { reorderAssignments } from './reorder-assignments.ts'
import { setAmounts } from './set-amounts.ts'
import { setTaxStep } from './set-tax-step.ts'
import { setYearAmounts } from './set-year-amounts.ts'
import { chooseSignOffBodies, listSignOffs, signOff } from './sign-off.ts'
import { updateAdjustment } from './update-adjustment.ts'
import { writeAssignment } from './write-assignment.ts'
import { writeChapter } from './write-chapter.ts'

/** Everything that can be done with a budget. */
export const budgetOperations = [
  listBooks,
  createBook,
  getBook,
  getBookOverview,
  previewImport,
  applyImport,
  checkVersion,
  acceptFinding,
  withdrawAcceptance,
  getWorkbench,
  setAmounts,
  addAdjustment,
  updateAdjustment,
  removeAdjustment,
  reorderAdjustments,
  setYearAmounts,
  setTaxStep,
  writeChapter,
  writeAssignment,
  reorderAssignments,
  chooseSignOffBodies,
  signOff,
  listSignOffs,
  changeState,
]
