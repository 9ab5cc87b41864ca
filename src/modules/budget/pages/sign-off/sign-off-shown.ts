import type { z } from 'zod'
import type { listBodies, listUnits } from '#modules/organisation/index.ts'
import type { listSignOffs } from '../../operations/sign-off.ts'

type SignOffs = z.output<typeof listSignOffs.output>

/** A body that must anchor a version, with its last word. */
export type SignOffBody = SignOffs['bodies'][number]
export type Decision = SignOffs['decisions'][number]
export type Step = SignOffs['history'][number]
export type Body = z.output<typeof listBodies.output>['bodies'][number]
export type Unit = z.output<typeof listUnits.output>['units'][number]
