import type { Operation } from '#platform/operations/operation.ts'
import { cancelPeopleImport } from './cancel-people-import.ts'
import { createPeopleImport } from './create-people-import.ts'
import { exportRefusedRows } from './export-refused-rows.ts'
import { getPeopleImport } from './get-people-import.ts'
import { listPeopleImports } from './list-people-imports.ts'
import { previewPeopleImport } from './preview-people-import.ts'
import { runPeopleImport } from './run-people-import.ts'
import { undoPeopleImport } from './undo-people-import.ts'
import { updatePeopleImport } from './update-people-import.ts'

export const importsOperations: readonly Operation[] = [
  createPeopleImport,
  listPeopleImports,
  getPeopleImport,
  updatePeopleImport,
  previewPeopleImport,
  runPeopleImport,
  cancelPeopleImport,
  undoPeopleImport,
  exportRefusedRows,
]
