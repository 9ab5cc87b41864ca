import type { OperationModule } from '../operations/registry.ts'
import { systemStatusTexts } from './messages/system-status.ts'
import { getSystemStatus } from './operations/get-system-status.ts'

export { getSystemStatus }

/** How the installation is doing, as an operation. */
export const systemModule: OperationModule = {
  name: 'system',
  operations: [getSystemStatus],
  texts: systemStatusTexts,
}
