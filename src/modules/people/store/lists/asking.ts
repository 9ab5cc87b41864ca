import type { RawBuilder } from 'kysely'
import type { FieldType } from '../../rules/persons/field-value.ts'

/** What a query is compiled with: everything that is known before the database is asked for people. */
export type Asking = {
  /** `YYYY-MM-DD` */
  today: string
  /** The units that the caller answers for. */
  scope: 'organisation' | readonly string[]
  /** A unit and all below it, for each unit that the query asks for. */
  unitsBelow: ReadonlyMap<string, readonly string[]>
  fieldTypes: ReadonlyMap<string, FieldType>
  /** Selects the ids of those in another list. */
  inList(listId: string): RawBuilder<unknown>
}

/** A condition on `person`, never unknown (null): what is asked for may also be asked not to be. */
export type Condition = RawBuilder<boolean>

/** The SQL of one filter, with parameters only. */
export type FilterSql<Input> = (input: Input, asking: Asking) => Condition
