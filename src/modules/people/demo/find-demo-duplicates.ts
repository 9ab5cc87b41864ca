import type { z } from 'zod'
import type { Operation } from '#platform/operations/operation.ts'
import { continueDuplicateSearch } from '../operations/duplicates/continue-duplicate-search.ts'
import { findDuplicates } from '../operations/duplicates/find-duplicates.ts'

type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  operation: Operation<Input, Output>,
  input: z.input<Input>,
) => Promise<z.output<Output>>

/** Looks for duplicates at once, to the end: the demo has some to decide before its first night. */
export async function findDemoDuplicates(call: Call): Promise<void> {
  const { searchId } = await call(findDuplicates, {})
  for (let goesOn = true; goesOn;) ({ goesOn } = await call(continueDuplicateSearch, { searchId }))
}
