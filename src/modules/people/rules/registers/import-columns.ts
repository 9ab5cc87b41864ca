import { searchKey } from '../names.ts'
import type { RegisterColumn } from './register-columns.ts'

/** The words that head columns in the registers that organisations keep, as `searchKey` writes them; ours among them. */
const vocabulary: Partial<Record<RegisterColumn, readonly string[]>> = {
  id: ['id', 'nr', 'nummer'],
  personId: ['person id', 'personid'],
  name: ['namn', 'name', 'enhet', 'forening', 'unit', 'person', 'fortroendevald', 'ledamot'],
  givenName: ['fornamn', 'tilltalsnamn', 'first name', 'given name'],
  familyName: ['efternamn', 'last name', 'surname', 'family name'],
  kind: ['slag', 'typ', 'kind', 'type'],
  parent: [
    'under',
    'ligger under',
    'overordnad',
    'overordnad enhet',
    'tillhor',
    'parent',
    'below',
    'lies under',
  ],
  from: [
    'fran',
    'fran och med',
    'from',
    'startdatum',
    'borjade',
    'start',
    'start date',
    'since',
    'f o m',
    'fom',
    'tilltradde',
  ],
  to: [
    'till',
    'till och med',
    'to',
    'slutdatum',
    'slutade',
    'until',
    'end',
    'end date',
    't o m',
    'tom',
    'avgick',
  ],
  email: ['e post', 'epost', 'e postadress', 'epostadress', 'mejl', 'mail', 'email', 'e mail'],
  personalNumber: ['personnummer', 'personnr', 'pnr', 'personal number', 'personal identity number'],
  publicBody: [
    'offentligt organ',
    'organ',
    'namnd',
    'public body',
    'board',
    'committee',
    'uppdrag i',
    'politiskt organ',
  ],
  area: [
    'kommun eller region',
    'kommun',
    'region',
    'omrade',
    'municipality',
    'area',
    'municipality or region',
  ],
  seatKind: ['plats', 'platsslag', 'ordinarie ersattare', 'seat', 'seat kind', 'uppdragstyp'],
  post: ['post', 'roll', 'befattning', 'uppdrag', 'role', 'position'],
  partyGroup: ['partigrupp', 'grupp', 'party group', 'parti', 'party'],
  appointedBy: ['vald av', 'utsedd av', 'appointed by', 'elected by'],
  viaAgreement: [
    'enligt overenskommelse',
    'overenskommelse',
    'genom overenskommelse',
    'agreement',
    'by agreement',
  ],
  endedReason: [
    'skal till avslut',
    'varfor det slutade',
    'skal',
    'orsak',
    'reason for ending',
    'why it ended',
  ],
  policyArea: ['sakomrade', 'verksamhetsomrade', 'policy area'],
  level: ['niva', 'level'],
  namePublic: ['namnet offentligt', 'offentligt namn', 'name is public'],
}

/** What a heading says its column is; null for words that are not known. */
export function registerColumn(heading: string, asked: readonly RegisterColumn[]): RegisterColumn | null {
  const key = plain(heading)
  return asked.find((column) => vocabulary[column]?.includes(key)) ?? null
}

/**
 * The row that heads a table and where each column stands in it: the first of the first ten rows in which two columns or
 * more are known, the leftmost of two that mean the same.
 * @returns null when no row heads it
 */
export function registerHead(
  rows: readonly (readonly string[])[],
  asked: readonly RegisterColumn[],
): { row: number; columns: Map<RegisterColumn, number> } | null {
  for (const [row, cells] of rows.slice(0, 10).entries()) {
    const columns = new Map<RegisterColumn, number>()
    for (const [at, cell] of cells.entries()) {
      const column = registerColumn(cell, asked)
      if (column && !columns.has(column)) columns.set(column, at)
    }
    if (columns.size >= 2) return { row, columns }
  }
  return null
}

/** A cell as somebody wrote it, without the apostrophe that keeps a spreadsheet from carrying it out as a formula. */
export function cellText(text: string | undefined): string {
  return (text ?? '').trim().replace(/^'(?=[=+\-@])/, '')
}

function plain(heading: string): string {
  return searchKey(heading.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')).trim()
}
