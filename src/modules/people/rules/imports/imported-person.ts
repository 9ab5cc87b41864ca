import type { Address } from '../contact.ts'
import type { Standing } from '../membership.ts'

/** Why a row, or something in it, was not read in. Its words stand in the messages as `import.reason.<key>`. */
export type Reason = {
  key:
    | 'nameMissing'
    | 'nameColumnMissing'
    | 'nameTooLong'
    | 'personalNumberForm'
    | 'personalNumberDate'
    | 'personalNumberCheckDigit'
    | 'birthDateDiffers'
    | 'dateForm'
    | 'dateNoSuchDay'
    | 'dateYear'
    | 'dateInFuture'
    | 'email'
    | 'phone'
    | 'postalCode'
    | 'country'
    | 'tooLong'
    | 'standing'
    | 'standingNotPossible'
    | 'language'
    | 'number'
    | 'yesNo'
    | 'choice'
    | 'unitUnknown'
    | 'unitSeveral'
    | 'unitNotYours'
    | 'otherUnit'
    | 'sameAsRow'
    | 'filledRow'
    | 'differsFromRow'
    | 'severalPeople'
    | 'otherPersonalNumber'
    | 'personalNumberTaken'
    | 'erased'
    | 'existingSkipped'
    | 'unchanged'
    | 'tooManyCells'
  /** The column it is about, from 0; null for the row as a whole. */
  column: number | null
  params: Record<string, string | number>
}

export function reason(
  key: Reason['key'],
  column: number | null = null,
  params: Reason['params'] = {},
): Reason {
  return { key, column, params }
}

/** A row that could be read, in the register's own forms. What the row did not say is null or empty. */
export type ImportedPerson = {
  /** The row's number in the file, as a spreadsheet counts: the first is 1. */
  line: number
  givenName: string
  familyName: string
  birthDate: string | null
  personalNumber: string | null
  emails: string[]
  phones: string[]
  address: Address | null
  unit: string | null
  standing: Standing | null
  memberSince: string | null
  paidUntil: string | null
  tags: string[]
  language: 'sv' | 'en' | null
  /** Own fields by their id. */
  fields: { fieldId: string; values: string[] }[]
}
