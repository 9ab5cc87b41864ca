import type { z } from 'zod'
import type { RecordPart } from '../visible-parts.ts'
import type { PersonFacts, World } from './facts.ts'

/** Words of the texts of which one or another holds: said as "a, b or c". */
export type OneOf = { oneOf: readonly string[] }

/** A language by its code, called as the reader calls it. */
export type Spoken = { language: string }

/** What was agreed to, by the key of its purpose, in the words it was asked with. */
export type AgreedTo = { purpose: string }

/** A sentence's part for people: a key in the texts with what is filled in. What is not asked for is `none`. */
export type Phrase = { key: string; params: Record<string, string | number | OneOf | Spoken | AgreedTo> }

/** Something else that a filter speaks of, by its id; it must be there for the caller. */
export type Reference = {
  kind: 'unit' | 'tag' | 'field' | 'list' | 'campaign' | 'body' | 'publicBody' | 'purpose'
  id: string
  below?: boolean
}

/** What things are called, by their id; the words of a consent by its purpose and the language they are in. */
export type Names = ReadonlyMap<string, string>

/** How one part of a filter's input is asked for in a form. Its words are `filter.<filter>.<name>` and, for choices, `….<option>`. */
export type FormField = { name: string; optional?: true } & (
  | { as: 'text' | 'number' | 'day' | 'monthDay' | 'yesNo' }
  | { as: 'choice' | 'choices'; options: readonly string[] }
  | {
      as:
        | 'unit'
        | 'tag'
        | 'field'
        | 'list'
        | 'purpose'
        | 'source'
        | 'campaign'
        | 'body'
        | 'publicBody'
        | 'language'
    }
)

/**
 * One thing that people can be found by, as far as it needs no database: what it accepts, how it is asked for and
 * said, and whether it holds for a person. The SQL that asks the same stands in store/lists/filters.
 */
export type FilterRule<Input = never> = {
  name: string
  /** The part of a record it tells of: who may not see that part may not ask by it either. Null: the name itself. */
  part: RecordPart | null
  input: z.ZodType<Input>
  fields: readonly FormField[]
  /** The sentence's part after "alla som", in the positive; `not` is filled in by who asks. */
  phrase(input: Input, names: Names): Phrase
  references?(input: Input): Reference[]
  holds(input: Input, person: PersonFacts, world: World): boolean
}

/** Keeps the type of a filter's input between its schema and its functions. */
export function filterRule<Input>(rule: FilterRule<Input>): FilterRule<Input> {
  return rule
}
