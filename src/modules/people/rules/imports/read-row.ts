import { readEmail, readPhone, readPostalCode, type Address } from '../contact.ts'
import type { Standing } from '../membership.ts'
import { searchKey, tidyName } from '../names.ts'
import { readPersonalNumber } from '../personal-number.ts'
import type { ColumnField, ColumnMeaning } from './columns.ts'
import { countryOf } from './countries.ts'
import { reason, type ImportedPerson, type Reason } from './imported-person.ts'
import { readOwnValue, type OwnFieldKind } from './own-value.ts'
import { dateReasons, readDate } from './read-date.ts'

/** What rows are read by. */
export type RowReading = {
  columns: readonly ColumnMeaning[]
  fields: readonly OwnFieldKind[]
  /** `YYYY-MM-DD`; nobody is born after it. */
  today: string
}

const standingWords: Record<Standing, readonly string[]> = {
  applied: ['ansokt', 'ansokan', 'sokande', 'applied', 'applicant', 'pending'],
  active: ['aktiv', 'aktivt', 'active', 'medlem', 'member', 'betalande', 'betald', 'betalt', 'ja'],
  lapsed: ['vilande', 'obetald', 'obetalt', 'ej betald', 'ej betalt', 'lapsed', 'forfallen', 'ej betalande'],
  left: [
    'uttradd',
    'uttradt',
    'lamnat',
    'avslutad',
    'avslutat',
    'left',
    'former',
    'tidigare medlem',
    'utgatt',
  ],
  excluded: ['utesluten', 'uteslutet', 'excluded', 'expelled'],
}
const standingOf = new Map(
  (Object.entries(standingWords) as [Standing, string[]][]).flatMap(([standing, words]) =>
    words.map((word) => [word, standing] as const),
  ),
)

const lengths = { careOf: 200, street: 200, city: 100, unit: 200, tag: 60 }

/**
 * Reads one row into a person, or says everything that is wrong with it: a row with a fault in any cell is not read
 * in at all, so that nobody has to wonder which half came along.
 * @param cells as they stand in the file
 * @param line the row's number in the file, from 1
 */
export function readRow(
  cells: readonly string[],
  line: number,
  { columns, fields, today }: RowReading,
): { person: ImportedPerson } | { reasons: Reason[] } {
  const reasons: Reason[] = []
  const at = new Map<ColumnField, { text: string; column: number }>()
  const person: ImportedPerson = {
    line,
    givenName: '',
    familyName: '',
    birthDate: null,
    personalNumber: null,
    emails: [],
    phones: [],
    address: null,
    unit: null,
    standing: null,
    memberSince: null,
    paidUntil: null,
    tags: [],
    language: null,
    fields: [],
  }
  for (const [column, meaning] of columns.entries()) {
    if (meaning === 'ignore') continue
    const text = withoutGuard(tidyName(cells[column] ?? ''))
    if (text === '') continue
    if (meaning.startsWith('field:')) {
      const field = fields.find((each) => `field:${each.id}` === meaning)
      if (!field) continue
      const values = readOwnValue(field, text, column)
      if (Array.isArray(values)) person.fields.push({ fieldId: field.id, values })
      else reasons.push(values)
    } else if (meaning === 'email') addContacts(person.emails, text, column, 'email')
    else if (meaning === 'phone') addContacts(person.phones, text, column, 'phone')
    else if (meaning === 'tags') addTags(text, column)
    else at.set(meaning as ColumnField, { text, column })
  }

  readNames()
  readNumberAndBirth()
  person.address = readAddress()
  person.unit = limited('unit')
  person.standing = readStanding()
  person.memberSince = day('memberSince', false)
  person.paidUntil = day('paidUntil', true)
  person.language = readLanguage()
  return reasons.length > 0 ? { reasons } : { person }

  function addContacts(into: string[], text: string, column: number, kind: 'email' | 'phone') {
    for (const part of text
      .split(kind === 'email' ? /[;,]| \/ / : /[;,]| \/ | eller /)
      .map((each) => each.trim())) {
      if (part === '') continue
      const value = kind === 'email' ? readEmail(part) : readPhone(part)
      if (value === null) reasons.push(reason(kind, column))
      else if (!into.includes(value)) into.push(value)
    }
  }

  function addTags(text: string, column: number) {
    for (const tag of text
      .split(/[;,|]/)
      .map((each) => each.trim())
      .filter(Boolean)) {
      if ([...tag].length > lengths.tag) reasons.push(reason('tooLong', column, { limit: lengths.tag }))
      else if (!person.tags.some((each) => each.toLowerCase() === tag.toLowerCase())) person.tags.push(tag)
    }
  }

  function readNames() {
    const whole = at.get('name')
    if (whole) [person.givenName, person.familyName] = splitName(whole.text)
    person.givenName = at.get('givenName')?.text ?? person.givenName
    person.familyName = at.get('familyName')?.text ?? person.familyName
    if (person.givenName === '') {
      const column = columnOf('givenName') ?? columnOf('name')
      reasons.push(reason(column === null ? 'nameColumnMissing' : 'nameMissing', column))
    }
    for (const [field, name] of [
      ['givenName', person.givenName],
      ['familyName', person.familyName],
    ] as const) {
      if ([...name].length > 200)
        reasons.push(reason('nameTooLong', columnOf(field) ?? columnOf('name'), { limit: 200 }))
    }
  }

  function readNumberAndBirth() {
    person.birthDate = day('birthDate', false)
    const cell = at.get('personalNumber')
    if (!cell) return
    const read = readPersonalNumber(cell.text, today)
    if (typeof read === 'string') {
      const key = {
        form: 'personalNumberForm',
        date: 'personalNumberDate',
        checkDigit: 'personalNumberCheckDigit',
      }
      reasons.push(reason(key[read] as Reason['key'], cell.column))
      return
    }
    person.personalNumber = read.number
    if (person.birthDate !== null && person.birthDate !== read.birthDate) {
      reasons.push(reason('birthDateDiffers', at.get('birthDate')?.column ?? cell.column))
    }
    person.birthDate = read.birthDate
  }

  function readAddress(): Address | null {
    const [careOf, street, city] = [limited('careOf') ?? '', limited('street') ?? '', limited('city') ?? '']
    const [postal, land] = [at.get('postalCode'), at.get('country')]
    const country = land ? countryOf(land.text) : 'SE'
    if (country === null) reasons.push(reason('country', land!.column))
    let postalCode = postal?.text ?? ''
    if (postal && country === 'SE') {
      const read = readPostalCode(postal.text)
      if (read === null) reasons.push(reason('postalCode', postal.column))
      postalCode = read ?? ''
    } else if (postalCode.length > 20) reasons.push(reason('tooLong', postal!.column, { limit: 20 }))
    // A country alone is no address.
    if (careOf === '' && street === '' && postalCode === '' && city === '') return null
    return { careOf, street, postalCode, city, country: country ?? '' }
  }

  function readStanding(): Standing | null {
    const cell = at.get('standing')
    if (!cell) return null
    const standing = standingOf.get(searchKey(cell.text))
    if (!standing) reasons.push(reason('standing', cell.column))
    return standing ?? null
  }

  function readLanguage(): 'sv' | 'en' | null {
    const cell = at.get('language')
    if (!cell) return null
    const word = searchKey(cell.text)
    if (['sv', 'svenska', 'swedish', 'swe', 'se'].includes(word)) return 'sv'
    if (['en', 'engelska', 'english', 'eng'].includes(word)) return 'en'
    reasons.push(reason('language', cell.column))
    return null
  }

  function day(field: 'birthDate' | 'memberSince' | 'paidUntil', future: boolean): string | null {
    const cell = at.get(field)
    if (!cell) return null
    const read = readDate(cell.text)
    if (typeof read === 'string') {
      reasons.push(reason(dateReasons[read], cell.column))
      return null
    }
    if (!future && read.day > today) reasons.push(reason('dateInFuture', cell.column))
    return read.day
  }

  function limited(field: 'careOf' | 'street' | 'city' | 'unit'): string | null {
    const cell = at.get(field)
    if (!cell) return null
    if ([...cell.text].length <= lengths[field]) return cell.text
    reasons.push(reason('tooLong', cell.column, { limit: lengths[field] }))
    return null
  }

  function columnOf(field: ColumnField): number | null {
    const place = columns.indexOf(field)
    return place < 0 ? null : place
  }
}

/** Takes away the apostrophe that our own files put before what a spreadsheet would take for a formula. */
function withoutGuard(text: string): string {
  return /^'[=+\-@＝＋－＠]/u.test(text) ? text.slice(1) : text
}

/** `Svensson, Anna` and `Anna Svensson`: the last word is the family's name, unless a comma says it came first. */
export function splitName(text: string): [givenName: string, familyName: string] {
  const comma = text.indexOf(',')
  if (comma >= 0) {
    const [family, given] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()]
    return given === '' ? [family, ''] : [given, family]
  }
  const words = text.split(' ')
  if (words.length === 1) return [text, '']
  // `von`, `af`, `de la` belong to what comes after them.
  let first = words.length - 1
  while (first > 1 && /^(von|van|af|av|de|la|der|den|di|el|al|bin|ibn)$/i.test(words[first - 1]!)) first -= 1
  return [words.slice(0, first).join(' '), words.slice(first).join(' ')]
}
