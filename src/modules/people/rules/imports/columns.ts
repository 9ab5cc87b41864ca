import { searchKey } from '../names.ts'

/** What a column can hold, beside the organisation's own fields. */
export const columnFields = [
  'givenName',
  'familyName',
  'name',
  'personalNumber',
  'birthDate',
  'email',
  'phone',
  'careOf',
  'street',
  'postalCode',
  'city',
  'country',
  'unit',
  'standing',
  'memberSince',
  'paidUntil',
  'tags',
  'language',
] as const
export type ColumnField = (typeof columnFields)[number]

/** What a column means: a field, an own field (`field:<id>`), or nothing that is read. */
export type ColumnMeaning = ColumnField | `field:${string}` | 'ignore'

/** Of these a person has several; of the others one column is read. */
export const repeatable: ReadonlySet<ColumnMeaning> = new Set<ColumnMeaning>(['email', 'phone', 'tags'])

/** The words that head such columns in the registers people come from, as `searchKey` writes them. */
const vocabulary: Record<ColumnField, readonly string[]> = {
  givenName: [
    'fornamn',
    'tilltalsnamn',
    'first name',
    'firstname',
    'given name',
    'givenname',
    'fornamn tilltalsnamn',
  ],
  familyName: ['efternamn', 'last name', 'lastname', 'surname', 'family name', 'familyname'],
  name: [
    'namn',
    'name',
    'full name',
    'fullname',
    'fullstandigt namn',
    'medlem',
    'person',
    'medlemsnamn',
    'for och efternamn',
  ],
  personalNumber: [
    'personnummer',
    'personnr',
    'pnr',
    'persnr',
    'person nr',
    'personal number',
    'personal identity number',
    'ssn',
    'samordningsnummer',
    'person nummer',
    'personnummer samordningsnummer',
  ],
  birthDate: [
    'fodd',
    'fodelsedatum',
    'fodelsedag',
    'fodelsedata',
    'birth date',
    'birthdate',
    'date of birth',
    'dob',
    'born',
    'birthday',
    'fodelsetid',
  ],
  email: [
    'e-post',
    'epost',
    'email',
    'e-mail',
    'mail',
    'mejl',
    'mejladress',
    'e-postadress',
    'epostadress',
    'e-post adress',
    'email address',
    'e-mail address',
    'mailadress',
    'e-post 1',
    'e-post 2',
    'email 1',
    'email 2',
  ],
  phone: [
    'telefon',
    'tel',
    'tfn',
    'mobil',
    'mobiltelefon',
    'mobilnummer',
    'telefonnummer',
    'mobilnr',
    'telefonnr',
    'phone',
    'phone number',
    'mobile',
    'mobile phone',
    'cell',
    'cell phone',
    'hemtelefon',
    'telefon hem',
    'telefon mobil',
    'telefon arbete',
    'arbetstelefon',
    'telefon 1',
    'telefon 2',
  ],
  careOf: ['c o', 'co', 'co-adress', 'c o adress', 'care of', 'co adress'],
  street: [
    'adress',
    'gatuadress',
    'postadress',
    'gata',
    'address',
    'street',
    'street address',
    'utdelningsadress',
    'adressrad',
    'adress 1',
    'adressrad 1',
    'bostadsadress',
  ],
  postalCode: [
    'postnummer',
    'postnr',
    'post nr',
    'postal code',
    'zip',
    'zip code',
    'zipcode',
    'postcode',
    'postkod',
  ],
  city: ['ort', 'postort', 'stad', 'city', 'town', 'bostadsort'],
  country: ['land', 'country', 'landskod', 'country code'],
  unit: [
    'forening',
    'lokalforening',
    'partiforening',
    'avdelning',
    'klubb',
    'enhet',
    'lokalavdelning',
    'krets',
    'arbetarekommun',
    'association',
    'unit',
    'branch',
    'organisation',
    'tillhor',
    'hemforening',
    'local association',
  ],
  standing: [
    'status',
    'medlemsstatus',
    'medlemskap',
    'membership status',
    'membership',
    'medlemsstatus i foreningen',
    'standing',
  ],
  memberSince: [
    'medlem sedan',
    'medlem fran',
    'intradesdatum',
    'intradde',
    'intrade',
    'inskriven',
    'member since',
    'joined',
    'join date',
    'startdatum',
    'medlemsdatum',
    'medlem fr o m',
    'medlemskap fran',
  ],
  paidUntil: [
    'betald till',
    'betalt till',
    'betald t o m',
    'betalt t o m',
    'betalt tom',
    'giltig till',
    'giltigt till',
    'paid until',
    'paid to',
    'valid until',
    'avgift betald till',
    'betald tom',
    'medlem till',
    'medlem t o m',
  ],
  tags: [
    'taggar',
    'tagg',
    'etiketter',
    'etikett',
    'tags',
    'tag',
    'labels',
    'grupper',
    'kategori',
    'kategorier',
  ],
  language: ['sprak', 'language', 'kommunikationssprak', 'preferred language'],
}

const known = new Map<string, ColumnField>(
  columnFields.flatMap((field) => vocabulary[field].map((word) => [word, field] as const)),
)

/** An own field, as a column may be named after it. */
export type OwnField = { id: string; key: string; label: string }

/** What a heading most likely means; null when it says nothing. */
export function meaningOf(heading: string, fields: readonly OwnField[]): ColumnMeaning | null {
  const key = searchKey(heading)
  if (key === '') return null
  const own = fields.find((field) => searchKey(field.label) === key || searchKey(field.key) === key)
  if (own) return `field:${own.id}`
  const exact = known.get(key) ?? known.get(key.replaceAll('-', ' '))
  if (exact) return exact
  // `E-post (privat)`, `Mobil 2`, `Telefon: hem` name what they hold first.
  const first = /^([\p{L}-]+)( \d+| .+)?$/u.exec(key)?.[1]
  return first && first.length > 3 && ['email', 'phone'].includes(known.get(first) ?? '')
    ? known.get(first)!
    : null
}

/** A proposal for every column. Of several columns for one thing the first is read, where a person has one only. */
export function proposedColumns(headings: readonly string[], fields: readonly OwnField[]): ColumnMeaning[] {
  return firstOfEach(headings.map((heading) => meaningOf(heading, fields) ?? 'ignore'))
}

/** Leaves every meaning that a person has one of to its first column only; `name` gives way to names in two columns. */
export function firstOfEach(columns: readonly ColumnMeaning[]): ColumnMeaning[] {
  const seen = new Set<ColumnMeaning>()
  const hasGiven = columns.includes('givenName')
  return columns.map((meaning) => {
    if (meaning === 'name' && hasGiven) return 'ignore'
    if (meaning === 'ignore' || repeatable.has(meaning)) return meaning
    if (seen.has(meaning)) return 'ignore'
    seen.add(meaning)
    return meaning
  })
}

/** Headings that stand more than once, each with its columns from 0. */
export function repeatedHeadings(headings: readonly string[]): { heading: string; columns: number[] }[] {
  const at = new Map<string, number[]>()
  for (const [column, heading] of headings.entries()) {
    const key = searchKey(heading)
    if (key) at.set(key, [...(at.get(key) ?? []), column])
  }
  return [...at.values()]
    .filter((columns) => columns.length > 1)
    .map((columns) => ({ heading: headings[columns[0]!]!, columns }))
}

/** What a file with the same headings is known again by. */
export function headingText(headings: readonly string[]): string {
  return headings.map(searchKey).join('|')
}

/**
 * The row that heads the columns: the first of the ten first rows in which most cells say what they are. Exports often
 * have a title above it.
 * @returns its place in `rows`, from 0
 */
export function headingRow(rows: readonly (readonly string[])[], fields: readonly OwnField[]): number {
  let best = { at: 0, known: 0 }
  for (const [at, cells] of rows.slice(0, 10).entries()) {
    const count = cells.filter((cell) => meaningOf(cell, fields) !== null).length
    if (count > best.known) best = { at, known: count }
  }
  if (best.known > 0) return best.at
  return Math.max(
    0,
    rows.findIndex((cells) => cells.some((cell) => cell.trim() !== '')),
  )
}
