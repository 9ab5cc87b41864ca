import { z } from 'zod'
import { isColumnKey, mostColumns, sortings, type ColumnKey } from '../../rules/lists/columns.ts'
import { listQuery } from '../../rules/lists/query.ts'

export const listId = z.uuid()
export const listName = z.string().trim().min(1).max(120)
export const description = z.string().trim().max(1000)

const columnKeys = z
  .array(z.custom<ColumnKey>((key) => typeof key === 'string' && isColumnKey(key), 'list.columns'))
  .min(1)
  .max(mostColumns)

/** How a list is shown. */
export const shownAs = {
  columns: columnKeys,
  sorting: z.enum(sortings),
  descending: z.boolean(),
}

export const query = listQuery

export const offeredColumn = z.object({ key: z.string(), label: z.string() })

/** A page of people, with a value a column. */
export const people = z.array(z.object({ id: z.uuid(), values: z.array(z.string()) }))

export const listShape = z.object({
  id: z.uuid(),
  name: z.string(),
  description: z.string(),
  unitId: z.uuid(),
  unitName: z.string(),
  ownerName: z.string(),
  /** The caller's own. */
  own: z.boolean(),
  shared: z.boolean(),
  kind: z.enum(['living', 'static']),
  changedAt: z.date(),
  frozenAt: z.date().nullable(),
  archived: z.boolean(),
})
