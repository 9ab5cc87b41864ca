import type { z } from 'zod'
import type { listDuplicates } from '../../operations/duplicates/list-duplicates.ts'

/** A pair in the list, as the operation tells it. */
export type ShownPair = z.output<(typeof listDuplicates)['output']>['pairs'][number]
export type ShownSide = ShownPair['first']
