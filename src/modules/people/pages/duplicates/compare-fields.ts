import { shownPhone } from '../../rules/contact.ts'
import {
  contactChoices,
  singleChoices,
  type ContactChoice,
  type SingleChoice,
} from '../../rules/duplicates/choices.ts'
import { fullName } from '../../rules/names.ts'
import type { ShownSide } from './shown-side.ts'

export type ComparedField = {
  field: SingleChoice | ContactChoice
  first: string[]
  second: string[]
  isEqual: boolean
  /** Is there something to choose between? Where only one has a value, it stands. */
  isChoice: boolean
  /** May both stand? */
  mayBoth: boolean
}

/** What two records say, field by field. A language is said by its letters. */
export function comparedFields(first: ShownSide, second: ShownSide): ComparedField[] {
  return [...singleChoices, ...contactChoices].map((field) => {
    const [one, other] = [valuesOf(first, field), valuesOf(second, field)]
    const isEqual = one.join('\n') === other.join('\n')
    const isChoice = !isEqual && one.length > 0 && other.length > 0
    return {
      field,
      first: one,
      second: other,
      isEqual,
      isChoice,
      mayBoth: field === 'email' || field === 'phone',
    }
  })
}

function valuesOf(side: ShownSide, field: ComparedField['field']): string[] {
  switch (field) {
    case 'name':
      return [fullName(side)]
    case 'homeUnit':
      return [side.homeUnit.name]
    case 'language':
      return [side.language]
    case 'birthDate':
    case 'personalNumber':
      return side[field] ? [side[field]] : []
    default:
      return side.contacts
        .filter(({ kind }) => kind === field)
        .map(({ value }) => (field === 'phone' ? shownPhone(value) : value))
        .toSorted()
  }
}
