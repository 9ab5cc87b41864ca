import type { BookAssignment } from '../../book.ts'
import { bodyKeyOf, sharedTopics, topicWords } from '../words.ts'
import { plainText } from '../../reading/words.ts'
import { remember, type CheckContext } from '../context.ts'
import type { Judged } from '../judge.ts'
import { state } from '../state.ts'
import { saidAmounts, saidInQuanta, type SaidAmount } from '../money-in-text.ts'
import { rule, type Rule } from '../rule.ts'
import { columnToShow, columnWith, hasAdjustments, spokenRows, type SpokenRow } from '../spoken-rows.ts'
import { amountOf, partAt, scaledAt, type RowView } from '../view.ts'
import { assignmentLines, assignmentPlace } from './assigned-bodies.ts'

/** An assignment with money in it, and the rows of its boards that speak of the same thing. */
type Promise = {
  assignment: BookAssignment
  amounts: SaidAmount[]
  /** The likeliest first. */
  rows: { row: SpokenRow; shared: number }[]
}

/** What became of a promise: a row that carries it, one that contradicts it, or none. */
type Answer =
  | { kind: 'carried' | 'shared'; promise: Promise; row: SpokenRow }
  | { kind: 'contradicted'; promise: Promise; row: SpokenRow }
  | { kind: 'unfunded'; promise: Promise }

const memory = Symbol('promised money')

function answers(context: CheckContext): Answer[] {
  return remember(context, memory, () =>
    hasAdjustments(context) ? findAnswers(context, promisesOf(context)) : [],
  )
}

function promisesOf(context: CheckContext): Promise[] {
  const rows = spokenRows(context)
  return context.book.assignments.flatMap((assignment) => {
    const amounts = saidAmounts(assignment.amounts)
    if (amounts.length === 0) return []
    const words = topicWords(`${assignment.text} ${assignment.theme ?? ''}`)
    const found = assignment.publicBoards
      .flatMap((board) => rows.get(bodyKeyOf(board)) ?? [])
      .filter((row) => inChapter(row, assignment))
      .map((row) => ({ row, shared: sharedTopics(words, row.words) }))
      .filter(({ shared }) => shared > 0)
      .sort((a, b) => b.shared - a.shared)
    return [{ assignment, amounts, rows: found }]
  })
}

/** A row printed in another chapter is about something else. */
function inChapter({ chapter }: SpokenRow, assignment: BookAssignment): boolean {
  const printedIn = chapter?.view.table.chapter ?? null
  return printedIn === null || assignment.chapter === null || printedIn === assignment.chapter
}

/**
 * First the promises and the rows that speak of the same thing and print the same amount find each other, those that
 * share most words first. What is left is held against the rows nobody took: one that speaks of the same thing with
 * another amount contradicts it.
 */
function findAnswers(context: CheckContext, promises: readonly Promise[]): Answer[] {
  const agreeing = promises
    .flatMap((promise) =>
      promise.rows.map(({ row, shared }) => ({
        promise,
        row,
        likeness: shared + (saysKind(row, promise) ? 0.5 : 0),
      })),
    )
    .filter(({ promise, row }) => carries(context, row, promise.amounts))
    .sort((a, b) => b.likeness - a.likeness)
  const carried = new Map<Promise, SpokenRow>()
  const taken = new Set<SpokenRow>()
  for (const { promise, row } of agreeing) {
    if (carried.has(promise) || taken.has(row)) continue
    carried.set(promise, row)
    taken.add(row)
  }
  return promises.map((promise): Answer => {
    const row = carried.get(promise)
    if (row) return { kind: 'carried', promise, row }
    const shared = agreeing.find((each) => each.promise === promise)
    if (shared) return { kind: 'shared', promise, row: shared.row }
    const [first, second] = promise.rows.filter((each) => !taken.has(each.row) && isMore(each.row))
    // Two rows that fit as well as each other settle nothing.
    const sure = first && (!second || first.shared > second.shared)
    return sure ? { kind: 'contradicted', promise, row: first.row } : { kind: 'unfunded', promise }
  })
}

/** Whether the row's label uses the verb of the assignment: `öka`, `Ökade anslag`. */
function saysKind({ summary, chapter }: SpokenRow, { assignment }: Promise): boolean {
  const kind = plainText(assignment.kind)
  return (
    kind !== '' &&
    [summary, chapter].some((row) => row !== null && ` ${plainText(row.row.label)}`.includes(` ${kind}`))
  )
}

/** Whether every amount stands in the row, each in its year if one is said. */
function carries(
  context: CheckContext,
  { summary, chapter }: SpokenRow,
  amounts: readonly SaidAmount[],
): boolean {
  return [summary, chapter].some((row) => row !== null && amounts.every((said) => prints(context, row, said)))
}

function prints({ quantum }: CheckContext, row: RowView, said: SaidAmount): boolean {
  return columnWith(row, saidInQuanta(said, quantum), said.year) >= 0
}

/** Money set aside is more money: a saving is not what is promised. */
function isMore({ summary, chapter }: SpokenRow): boolean {
  const row = summary ?? chapter
  return row !== null && row.view.table.columns.some((_, at) => scaledAt(row, at) > 0)
}

/** An assignment that sets money aside says the amount of the row it speaks of. */
export const assignmentAmount: Rule = rule({
  id: 'text.assignmentAmount',
  class: 'text',
  severity: 'error',
  run: (context) =>
    answers(context).flatMap((answer) =>
      answer.kind === 'carried' || answer.kind === 'contradicted'
        ? [{ judged: [held(context, answer.promise, answer.row, answer.kind === 'carried')] }]
        : [],
    ),
})

function held(
  context: CheckContext,
  { assignment, amounts }: Promise,
  row: SpokenRow,
  agrees: boolean,
): Judged {
  const rows = [row.summary, row.chapter].filter((each): each is RowView => each !== null)
  const said = amounts.find((each) => !rows.some((one) => prints(context, one, each))) ?? amounts[0]!
  const shown = rows[0]!
  const at = columnToShow(shown, said.year)
  const printed = said.value
  const computed = agrees ? printed : amountOf(scaledAt(shown, at), context.quantum, said.unit)
  return state(context, assignmentAmount, {
    outcome: agrees ? 'holds' : 'finding',
    where: assignmentPlace(assignment, assignment.publicBoards[0] ?? null),
    lines: assignmentLines(assignment),
    parts: rows.map((each) => partAt(each, columnToShow(each, said.year))),
    printed,
    computed,
    difference: printed.minus(computed),
    unit: said.unit,
    decimals: printed.decimalPlaces(),
    explanation: {
      key: 'check.explain.assignmentAmount',
      params: { assignment: assignment.key, said: said.text, row: shown.row.label, printed: computed },
    },
  })
}

/** Money promised in words is carried by some row; else it has to fit inside the frame. */
export const promisedMoney: Rule = rule({
  id: 'text.promisedMoney',
  class: 'text',
  severity: 'warning',
  run: (context) => answers(context).map((answer) => ({ judged: [funded(context, answer)] })),
})

function funded(context: CheckContext, answer: Answer): Judged {
  const { assignment, amounts } = answer.promise
  const without = answer.kind === 'unfunded' || answer.kind === 'shared'
  const key =
    answer.kind === 'shared'
      ? 'check.explain.sharedRow'
      : amounts.some((said) => said.conditional)
        ? 'check.explain.noRowConditional'
        : 'check.explain.noRow'
  const shared = answer.kind === 'shared' ? (answer.row.summary ?? answer.row.chapter) : null
  return state(context, promisedMoney, {
    outcome: without ? 'finding' : 'holds',
    where: assignmentPlace(assignment, assignment.publicBoards[0] ?? null),
    lines: assignmentLines(assignment),
    parts: shared ? [partAt(shared, columnToShow(shared, null))] : [],
    printed: amounts[0]?.value ?? null,
    unit: amounts[0]?.unit ?? context.book.unit,
    decimals: amounts[0]?.value.decimalPlaces() ?? 0,
    explanation: {
      key,
      params: {
        assignment: assignment.key,
        said: amounts.map(({ text }) => text).join(', '),
        board: assignment.publicBoards.join(', '),
        row: shared?.row.label ?? '',
      },
    },
  })
}
