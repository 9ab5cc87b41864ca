import type { z } from 'zod'
import type { ownRecord } from '../../operations/privacy/own-record-shape.ts'

/** The own record as the page has it. */
export type OwnPerson = z.output<typeof ownRecord>
