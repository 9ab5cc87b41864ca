import { acceptFinding, withdrawAcceptance } from './accept-finding.ts'
import { addAdjustment } from './add-adjustment.ts'
import { adoptScenario, previewAdoption } from './adopt-scenario.ts'
import { applyImport } from './apply-import.ts'
import { branchVersion } from './branch-version.ts'
import { changeState } from './change-state.ts'
import { checkVersion } from './check-version.ts'
import { createBook } from './create-book.ts'
import { exportDocument } from './export-document.ts'
import { explainFigure } from './explain-figure.ts'
import { getAdjustment } from './get-adjustment.ts'
import { compareVersions } from './compare-versions.ts'
import { correctRow } from './correct-row.ts'
import { getBook } from './get-book.ts'
import { getBookOverview } from './get-book-overview.ts'
import { getRow } from './get-row.ts'
import { getDocument } from './get-document.ts'
import { getSensitivity } from './get-sensitivity.ts'
import { getTable, listTables } from './get-tables.ts'
import { getWorkbench } from './get-workbench.ts'
import { listBooks } from './list-books.ts'
import { listImports } from './list-imports.ts'
import { listReferences } from './list-references.ts'
import { previewImport } from './preview-import.ts'
import { removeAdjustment } from './remove-adjustment.ts'
import { reorderAdjustments } from './reorder-adjustments.ts'
import { reorderAssignments } from './reorder-assignments.ts'
import { reorderChapters } from './reorder-chapters.ts'
import { setAmounts } from './set-amounts.ts'
import { setLinks } from './set-links.ts'
import { setOverride } from './set-override.ts'
import { setTaxStep } from './set-tax-step.ts'
import { setYearAmounts } from './set-year-amounts.ts'
import { chooseSignOffBodies, listSignOffs, signOff } from './sign-off.ts'
import { updateAdjustment } from './update-adjustment.ts'
import { addVersion, updateVersion } from './update-version.ts'
import { writeAssignment } from './write-assignment.ts'
import { writeChapter } from './write-chapter.ts'
import { getPublication, explainPublishedRow } from './get-publication.ts'
import { getPublicationFile } from './get-publication-file.ts'
import { listPublications } from './list-publications.ts'
import { listPublishedBudgets } from './list-published-budgets.ts'
import { previewPublication } from './preview-publication.ts'
import { publishVersion } from './publish-version.ts'
import { renderPublicationFiles } from './render-publication-files.ts'
import { withdrawPublication } from './withdraw-publication.ts'

/** Everything that can be done with a budget. */
export const budgetOperations = [
  listBooks,
  createBook,
  getBook,
  getBookOverview,
  listImports,
  previewImport,
  applyImport,
  listTables,
  getTable,
  getRow,
  correctRow,
  checkVersion,
  acceptFinding,
  withdrawAcceptance,
  getWorkbench,
  explainFigure,
  setAmounts,
  getAdjustment,
  setLinks,
  addAdjustment,
  updateAdjustment,
  removeAdjustment,
  reorderAdjustments,
  setYearAmounts,
  setTaxStep,
  setOverride,
  compareVersions,
  getSensitivity,
  addVersion,
  updateVersion,
  branchVersion,
  previewAdoption,
  adoptScenario,
  getDocument,
  listReferences,
  exportDocument,
  writeChapter,
  reorderChapters,
  writeAssignment,
  reorderAssignments,
  chooseSignOffBodies,
  signOff,
  listSignOffs,
  changeState,
  previewPublication,
  publishVersion,
  withdrawPublication,
  listPublications,
  renderPublicationFiles,
  listPublishedBudgets,
  getPublication,
  explainPublishedRow,
  getPublicationFile,
]
