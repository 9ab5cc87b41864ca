import type { Filters } from './build-list.ts'
import type { FieldKinds } from './draft.ts'

/** How the filters' fields are read. */
export function fieldKinds({ filters }: Filters): FieldKinds {
  return new Map(
    filters.map(({ name, fields }) => [name, new Map(fields.map((field) => [field.name, field.as]))]),
  )
}
