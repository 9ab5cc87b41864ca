import { commonWords } from './common-words.ts'

export const shortestPassword = 12
export const longestPassword = 200

/** Why a password is refused; the texts stand in the account pages under `password.<reason>`. */
export type PasswordFault = 'tooShort' | 'tooLong' | 'common' | 'personal' | 'repeated'

/** How hard a password that is accepted is to guess. */
export type PasswordStrength = 'fair' | 'good' | 'strong'

/**
 * May this be a password? Length counts, composition does not: no figure or sign is demanded (they make people
 * write `Sommar2026!`, which is guessed at once). Refused are the common ones, those made of the person's own
 * words, and those that repeat a few characters.
 * @param personal words that others know about the person: name, e-mail, organisation
 * @returns the fault, or null when it may
 */
export function passwordFault(password: string, personal: readonly string[]): PasswordFault | null {
  if ([...password].length < shortestPassword) return 'tooShort'
  if (password.length > longestPassword) return 'tooLong'
  if (new Set(password.toLowerCase()).size < 5 || repeats(password) || runs(password)) return 'repeated'
  if (isNumber(password) || isCommon(plain(password))) return 'common'
  const own = personal.flatMap(wordsOf)
  const rest = own.reduce((left, word) => left.replaceAll(word, ''), plainWithFigures(password))
  if (own.length > 0 && rest.length < 6 && rest.length < plainWithFigures(password).length) return 'personal'
  return null
}

/**
 * A rough measure by length and variety, for telling, not for refusing. A long sentence is strong whatever
 * characters it has.
 */
export function passwordStrength(password: string): PasswordStrength {
  const kinds = [/\p{Ll}/u, /\p{Lu}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}]/u].filter((kind) => kind.test(password))
  const different = new Set(password.toLowerCase()).size
  const score = [...password].length + kinds.length * 2 + Math.min(different, 14)
  return score >= 42 ? 'strong' : score >= 34 ? 'good' : 'fair'
}

/** Letters only, without case and marks, and with the figures that stand for letters read as letters. */
function plain(text: string): string {
  return plainWithFigures(text)
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a')
    .replaceAll('5', 's')
    .replaceAll('7', 't')
    .replaceAll(/[^a-z]/g, '')
}

function plainWithFigures(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .replaceAll(/[^a-z0-9]/g, '')
}

function isCommon(core: string): boolean {
  // Figures at the end have been read as letters too: `sommaren2026` is `sommareno` and a bit, so try what stands
  // before it as well.
  for (let end = core.length; end >= Math.max(4, core.length - 6); end--) {
    if (commonWords.has(core.slice(0, end))) return true
  }
  // Two common words in a row are no better than one.
  for (let cut = 4; cut <= core.length - 4; cut++) {
    if (commonWords.has(core.slice(0, cut)) && commonWords.has(core.slice(cut))) return true
  }
  return false
}

/** A date, a telephone number, a personal identity number: figures that others know or can count through. */
function isNumber(password: string): boolean {
  return /^[\d\s+().-]+$/.test(password) && password.replaceAll(/\D/g, '').length < 16
}

/** `abcabcabcabc`: something short, again and again. */
function repeats(password: string): boolean {
  const text = password.toLowerCase()
  return [1, 2, 3, 4, 5].some((length) => {
    const unit = text.slice(0, length)
    return unit.repeat(Math.ceil(text.length / length)).startsWith(text)
  })
}

const rows = ['abcdefghijklmnopqrstuvwxyz', '01234567890123456789', 'qwertyuiopåasdfghjklöäzxcvbnm']

/** `123456789012`, `qwertyuiopås`: a run along the alphabet or the keyboard, also backwards. */
function runs(password: string): boolean {
  const text = password.toLowerCase()
  const backwards = [...text].toReversed().join('')
  return rows.some((row) => row.includes(text) || row.includes(backwards))
}

/** The words of a name, an address or a title that are long enough to mean something. */
function wordsOf(text: string): string[] {
  return text
    .split(/[\s@._-]+/)
    .map(plainWithFigures)
    .filter((word) => word.length >= 4)
    .sort((a, b) => b.length - a.length)
}
