export type DateFault = 'form' | 'noSuchDay' | 'year'

/** What each is called among the reasons. */
export const dateReasons = { form: 'dateForm', noSuchDay: 'dateNoSuchDay', year: 'dateYear' } as const

const months: Record<string, number> = {}
const names = [
  ['januari', 'january', 'jan'],
  ['februari', 'february', 'feb'],
  ['mars', 'march', 'mar'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'june', 'jun'],
  ['juli', 'july', 'jul'],
  ['augusti', 'august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'october', 'okt', 'oct'],
  ['november', 'nov'],
  ['december', 'dec'],
]
for (const [at, words] of names.entries()) for (const word of words) months[word] = at + 1

const yearFirst = /^(?=\d{8}$|\d{4}[-/. ])(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/
const dayFirst = /^(\d{1,2})[-/. ]+(\d{1,2})[-/. ]+(\d{4})$/
const dayAndWord = /^(?:den )?(\d{1,2})(?:\.|:e|:a|e|a|st|nd|rd|th)? ([a-zåäö]+)\.?,? (\d{4})$/
const wordAndDay = /^([a-zåäö]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/

/**
 * A day as it is written in Sweden: `2024-03-01`, `20240301`, `1/3 2024`, `1.3.2024`, `1 mars 2024`, also with a time
 * of day after it, which is dropped. Day comes before month where both are figures.
 * @returns `YYYY-MM-DD`, or why it is none: `29 feb` in a common year and `1900-00-00` are no days, and a year outside 1850–2200 is
 *   a slip of the pen
 */
export function readDate(text: string): { day: string } | DateFault {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/(?<=\d)[t ]\d{1,2}[:.]\d{2}([:.]\d{2}(\.\d+)?)?z?$/, '')
    .replaceAll(/\s+/g, ' ')
  const parts = partsOf(bare)
  if (!parts) return 'form'
  const [year, month, day] = parts
  if (year < 1850 || year > 2200) return 'year'
  if (month < 1 || month > 12 || day < 1) return 'noSuchDay'
  const days = [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]!
  if (day > days) return 'noSuchDay'
  return { day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` }
}

function partsOf(text: string): [year: number, month: number, day: number] | null {
  const first = yearFirst.exec(text)
  if (first) return [Number(first[1]), Number(first[2]), Number(first[3])]
  const second = dayFirst.exec(text)
  if (second) return [Number(second[3]), Number(second[2]), Number(second[1])]
  const third = dayAndWord.exec(text)
  if (third && months[third[2]!]) return [Number(third[3]), months[third[2]!]!, Number(third[1])]
  const fourth = wordAndDay.exec(text)
  if (fourth && months[fourth[1]!]) return [Number(fourth[3]), months[fourth[1]!]!, Number(fourth[2])]
  return null
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}
