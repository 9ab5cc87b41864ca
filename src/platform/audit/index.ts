import type { OperationModule } from '../operations/registry.ts'
import { auditTexts } from './messages/audit.ts'
import { exportAuditEntries } from './operations/export-audit-entries.ts'
import { listAuditEntries } from './operations/list-audit-entries.ts'
import { listOwnEntries } from './operations/list-own-entries.ts'

export { auditTexts, exportAuditEntries, listAuditEntries, listOwnEntries }

/** The log of what was done, as operations. */
export const auditModule: OperationModule = {
  name: 'audit',
  operations: [listAuditEntries, exportAuditEntries, listOwnEntries],
  texts: auditTexts,
}
