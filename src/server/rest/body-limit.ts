import { fileFields, inputSchemaOf } from '#platform/operations/rest/json-schema.ts'
import type { Operation } from '#platform/operations/operation.ts'

const megabyte = 1024 * 1024

/** At most this much, in bytes: what an operation takes files for, and what it does not. */
export const bodyLimits = { withFiles: 25 * megabyte, withoutFiles: 4 * megabyte }

/** How much may be sent to this operation. */
export function bodyLimit(operation: Operation): number {
  return fileFields(inputSchemaOf(operation.input)).length > 0
    ? bodyLimits.withFiles
    : bodyLimits.withoutFiles
}
