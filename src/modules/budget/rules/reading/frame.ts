import type { Book, BookAssignment, Table, Unit } from '../book.ts'
import { message, type Message } from './message.ts'
import { placeOf } from './raw-table.ts'
import type { Context, Question, Recognition } from './recognition.ts'
import { SURE } from './recognition.ts'
import type { Years } from './years.ts'

/** What is known of a book beside its tables: from a `book.json`, a README, or said by a person. */
export type Frame = {
  jurisdiction?: string | undefined
  budgetYear?: number | undefined
  planYears?: readonly number[] | undefined
  unit?: Unit | undefined
  decimals?: number | undefined
}

/** The book the recognised tables make, and in words what was told by the tables and not said outright. */
export function bookOf(
  recognitions: readonly Recognition[],
  frame: Frame,
  context: Context,
): { book: Book; inferred: Message[] } {
  const tables = recognitions.flatMap(({ table }) => table ?? [])
  const assignments: BookAssignment[] = recognitions.flatMap((recognition) => recognition.assignments)
  const inferred: Message[] = []
  if (frame.budgetYear === undefined && context.budgetYear !== null) {
    const [first] = context.planYears
    const budgetYear = `${context.budgetYear}`
    inferred.push(
      first === undefined
        ? message('reading.inferred.budgetYear', { budgetYear })
        : message('reading.inferred.years', { budgetYear, planYears: yearsAsText(context.planYears) }),
    )
  }
  if (frame.unit === undefined && context.unit !== null)
    inferred.push(message('reading.inferred.unit', { unit: context.unit }))
  const book: Book = {
    jurisdiction:
      frame.jurisdiction ??
      tables.map(({ title }) => jurisdictionIn(title)).find((each) => each !== undefined) ??
      '',
    budgetYear: context.budgetYear ?? 0,
    planYears: [...context.planYears],
    unit: context.unit ?? 'other',
    decimals: frame.decimals ?? usualDecimals(tables),
    tables,
    assignments,
    texts: [],
  }
  return { book, inferred }
}

/** `2026–2027`; a single year alone. */
function yearsAsText(years: readonly number[]): string {
  return years.length < 2 ? years.join('') : `${years[0]}–${years.at(-1)}`
}

function usualDecimals(tables: readonly Table[]): number {
  const counts = new Map<number, number>()
  for (const { rows } of tables) {
    for (const { cells } of rows) {
      for (const cell of cells) {
        if (cell?.value && cell.unit !== 'percent')
          counts.set(cell.decimals, (counts.get(cell.decimals) ?? 0) + 1)
      }
    }
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0
}

/** Asks for the budget year when the tables do not agree on it or name none. */
export function yearQuestion(
  years: Years,
  frame: Frame,
  answers: Readonly<Record<string, string>>,
): Question[] {
  if (frame.budgetYear !== undefined || answers['budgetYear'] !== undefined || years.confidence >= SURE)
    return []
  const { budgetYear, confidence } = years
  const near = budgetYear === null ? [] : [budgetYear - 1, budgetYear, budgetYear + 1]
  return [
    {
      id: 'budgetYear',
      about: 'budgetYear',
      place: placeOf({ file: '', sheet: null }, null, null),
      message: message('reading.ask.budgetYear'),
      alternatives: near.map((year) => ({
        value: `${year}`,
        message: message('reading.year', { year: `${year}` }),
      })),
      proposed: budgetYear === null ? '' : `${budgetYear}`,
      assumed: budgetYear === null ? '' : `${budgetYear}`,
      confidence,
    },
  ]
}

const region = /\bRegion (?:\p{Lu}[\p{L}-]*)(?: (?:och )?\p{Lu}[\p{L}-]*)*(?: län)?/u
const municipality = /\b\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)* (?:kommun|stad)\b/u

/** The region or municipality a text names first: `# Region Stockholm, budget 2025` → `Region Stockholm`. */
export function jurisdictionIn(text: string): string | undefined {
  const heading = text.split('\n').find((line) => line.trim() !== '') ?? ''
  return (region.exec(heading) ??
    municipality.exec(heading) ??
    region.exec(text) ??
    municipality.exec(text))?.[0]
}
