import { amount, type Amount } from '../amount.ts'
import type { ColumnKind } from '../book.ts'
import { plainText } from './words.ts'

/** What a column heading says. `kind: null` means that it must be told by the other columns or asked for. */
export type ColumnLabel = {
  kind: ColumnKind | null
  year: number | null
  /** For a change: what it goes from and to, as far as the heading says. */
  compares: { from: ColumnPoint; to: ColumnPoint } | null
  /** For a scenario: the share the rows are moved by. */
  shift: Amount | null
  /** 1: the heading says it in full; less for abbreviations with two meanings and for a bare year. */
  confidence: number
}

export type ColumnPoint = { kind: ColumnKind | null; year: number }

type KindWord = readonly [pattern: RegExp, kind: ColumnKind, confidence: number]

/** Tried in order on the plain heading (`plainText`); the first that is found tells the kind. */
const kindWords: readonly KindWord[] = [
  [
    /\b(?:andring\w*|andr|forandring\w*|differens\w*|diff|\w*avvikelse\w*|okning\w*|minskning\w*|utveckling|delta)\b/u,
    'change',
    1,
  ],
  [/\b(?:v ?tillagg\w*|tillagg\w*|tillskott\w*|paslag)\b/u, 'addition', 1],
  [/\b(?:utfall\w*|\w*bokslut\w*|boksl|redovisat|redovisning|verkligt)\b/u, 'outcome', 1],
  [/\b(?:\w*prognos\w*|helarsbedomning|prog|progn|beraknat|bedomt|uppskattat)\b/u, 'forecast', 1],
  [
    /\b(?:plan|planer|planar|flerarsplan\w*|ekonomisk plan|vp|ep|verksamhetsplan|inriktning\w*)\b/u,
    'plan',
    1,
  ],
  [/\b(?:\w*budget\w*|anslag\w*|(?:drift|anslags)?ram(?:ar|en)?|kf beslut|bud)\b/u, 'budget', 1],
  // A proposal is a budget before it is decided; a calculation reaches into the plan years.
  [/\b(?:\w*forslag\w*)\b/u, 'budget', 0.85],
  [/\bkalkyl\w*\b/u, 'plan', 0.8],
]

/** `B25`, `Bu 25`, `UT 2023`, `P 2026`: letters before the year, with how sure they are. */
const kindLetters: ReadonlyMap<string, readonly [ColumnKind, number]> = new Map([
  ['b', ['budget', 0.95]],
  ['bu', ['budget', 0.95]],
  ['u', ['outcome', 0.85]],
  ['ut', ['outcome', 0.95]],
  ['bs', ['outcome', 0.9]],
  ['bok', ['outcome', 0.95]],
  ['utf', ['outcome', 0.95]],
  // A plan or a forecast: the year against the budget year tells which.
  ['p', ['plan', 0.7]],
  ['pl', ['plan', 0.9]],
  ['pr', ['forecast', 0.85]],
  ['prg', ['forecast', 0.9]],
  ['fp', ['plan', 0.7]],
])

const yearPattern = /(?<![\d])((?:19|20)\d{2})(?!\d)/gu
const point = /\b([a-z]{0,3}?) ?((?:19|20)\d{2}|\d{2})\b/gu

/**
 * Reads a column heading: `Budget 2025`, `Bu 25`, `B25`, `Utfall 2023`, `UT 2023`, `P 2026`, `VP 2027`,
 * `Ändring B25/B24`, `Förändring 24-25 %`, `+1%`, `V-tillägg 2025`, `y2025`, `2025`. Never throws; a heading
 * that says nothing of kind or year gives nulls and confidence 0.
 */
export function readColumnLabel(label: string): ColumnLabel {
  const none: ColumnLabel = { kind: null, year: null, compares: null, shift: null, confidence: 0 }
  const scenario = /^\s*([+\-−–])\s*(\d+(?:[.,]\d+)?)\s*(?:%|procent)\s*$/u.exec(label)
  if (scenario) {
    const share = amount((scenario[2] ?? '0').replace(',', '.')).div(100)
    return { ...none, kind: 'scenario', shift: scenario[1] === '+' ? share : share.neg(), confidence: 1 }
  }
  const plain = plainText(label)
  const [, kind = null, sure = 0] = kindWords.find(([pattern]) => pattern.test(plain)) ?? []
  if (kind === 'change') return { ...none, kind, compares: comparison(plain), confidence: sure }

  const years = [...plain.matchAll(yearPattern)].map((found) => Number(found[1]))
  if (kind !== null) {
    const year = years[0] ?? shortYear(plain)
    return { ...none, kind, year, confidence: sure }
  }
  if (/^(?:ar |y|y )?(?:19|20)\d{2}$/u.test(plain))
    return { ...none, year: years[0] ?? null, confidence: 0.5 }
  const letters = /^(?:([a-z]{1,3}) ?)((?:19|20)\d{2}|\d{2})\b/u.exec(plain)
  const known = kindLetters.get(letters?.[1] ?? '')
  if (letters && known)
    return { ...none, kind: known[0], year: fullYear(letters[2] ?? ''), confidence: known[1] }
  if (years.length === 1) return { ...none, year: years[0] ?? null, confidence: 0.3 }
  return none
}

/** `B25/B24`: to the first from the second; `24-25`: from the earlier to the later. */
function comparison(plain: string): ColumnLabel['compares'] {
  const points = [...plain.matchAll(point)].map((found): ColumnPoint => {
    const word = found[1] ?? ''
    const before = plain.slice(0, found.index).trim().split(' ').at(-1) ?? ''
    const letters = kindLetters.get(word)
    const spelled = kindWords.find(
      ([pattern, kind]) => kind !== 'change' && pattern.test(word === '' ? before : word),
    )
    return { kind: letters?.[0] ?? spelled?.[1] ?? null, year: fullYear(found[2] ?? '') ?? 0 }
  })
  const [first, second] = points
  if (first === undefined || second === undefined) return null
  return first.year < second.year ? { from: first, to: second } : { from: second, to: first }
}

/** `25` → 2025 and `2025` → 2025: budgets speak of this century. */
function fullYear(digits: string): number | null {
  if (digits === '') return null
  return digits.length === 2 ? 2000 + Number(digits) : Number(digits)
}

function shortYear(plain: string): number | null {
  return fullYear(/(?<![\d%+])(\d{2})(?![\d%])/u.exec(plain)?.[1] ?? '')
}
