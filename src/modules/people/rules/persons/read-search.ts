import { readPhone } from '../contact.ts'
import { searchKey } from '../names.ts'
import { readPersonalNumber } from '../personal-number.ts'

/** What somebody looks for, told apart: each part narrows. */
export type PersonSearch = {
  /** Beginnings of words in the name, as name keys. */
  words: string[]
  /** The beginning of an address of e-mail. */
  email: string | null
  /** The beginning of a number, as `+4670`. */
  phone: string | null
  /** `19121212-1212`, when the digits are a whole and right one. */
  personalNumber: string | null
}

/**
 * Reads what was written in the register's search box: words of a name, an address of e-mail or its beginning, a phone
 * number (or its first digits) as people write them, a personal number.
 * @param today `YYYY-MM-DD`; says which century ten digits mean
 */
export function readSearch(text: string, today: string): PersonSearch {
  const search: PersonSearch = { words: [], email: null, phone: null, personalNumber: null }
  const digits = text.trim()
  if (/^[\d\s+()–−-]+$/.test(digits) && digits.replaceAll(/\D/g, '').length >= 3) {
    const personal = readPersonalNumber(digits, today)
    if (typeof personal === 'object') return { ...search, personalNumber: personal.number }
    return { ...search, phone: readPhone(digits) ?? phoneBeginning(digits) }
  }
  for (const part of text.split(/\s+/)) {
    if (part.includes('@')) search.email ??= part.toLowerCase().replace(/^</, '').replace(/>$/, '')
    else search.words.push(...searchKey(part).split(/[ -]+/).filter(Boolean))
  }
  return search
}

/** The first digits of a number in its international form; without a country it is Swedish. */
function phoneBeginning(text: string): string {
  const bare = text.replace('(0)', '').replaceAll(/[^\d+]/g, '')
  if (bare.startsWith('+')) return bare
  if (bare.startsWith('00')) return `+${bare.slice(2)}`
  return `+46${bare.replace(/^0/, '')}`
}

/** The first text that no longer begins so, by the order of characters: `asa` → `asb`. */
export function afterBeginning(beginning: string): string {
  const last = beginning.codePointAt(beginning.length - 1) ?? 0
  return `${beginning.slice(0, -1)}${String.fromCodePoint(last + 1)}`
}
