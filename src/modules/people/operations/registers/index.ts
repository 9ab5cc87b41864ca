import type { Operation } from '#platform/operations/operation.ts'
import { exportEverything } from './export-everything.ts'
import { exportRegister } from './export-register.ts'
import { exportRemunerations } from './export-remunerations.ts'
import { runMandateImport } from './run-mandate-import.ts'
import { runUnitImport } from './run-unit-import.ts'
import { previewMandateImport } from './preview-mandate-import.ts'
import { previewUnitImport } from './preview-unit-import.ts'

/** Registers of the organisation as files, out and in. */
export const registersOperations: readonly Operation[] = [
  exportRegister,
  exportRemunerations,
  exportEverything,
  previewUnitImport,
  runUnitImport,
  previewMandateImport,
  runMandateImport,
]
