import type { Cell, Column, Row, RowKind, TableKind, Unit } from '../book.ts'
import { roles, type Role } from '../roles.ts'
import { slug, uniqueKeys, type Grid, type GridCell, type GridRow } from './grid.ts'
import { message } from './message.ts'
import { readPrintedNumber, type NumberMarks } from './printed-number.ts'
import { placeOf } from './raw-table.ts'
import { SURE, type Alternative, type Context, type Question, type ReadingProblem } from './recognition.ts'
import { roleInList } from './list-roles.ts'
import { rolesOfLabel, type RoleGuess } from './role-recognition.ts'
import { rowKindOf } from './row-words.ts'
import { unitInHeading } from './units.ts'

export type RecognisedRows = { rows: Row[]; questions: Question[]; problems: ReadingProblem[] }

/** From here on a guess is worth asking about. */
const worthAsking = 0.6

const rowKinds: readonly RowKind[] = ['line', 'sum', 'ofWhich', 'memo']

export function recogniseRows(
  grid: Grid,
  kind: TableKind,
  columns: readonly Column[],
  unit: Unit,
  marks: readonly NumberMarks[],
  context: Context,
): RecognisedRows {
  const questions: Question[] = []
  const problems: ReadingProblem[] = []
  const keyOnce = uniqueKeys()
  const before = new Set<Role>()
  const rows = grid.rows.map((row, at): Row => {
    const rowUnit = unitOfRow(row, columns, unit)
    const cells = row.cells.map(
      (cell, column) => cell && readCell(cell, marks[column], columns[column], rowUnit, grid, problems),
    )
    const key = keyOnce(
      [row.section, row.label]
        .filter((part) => part !== null)
        .map(slug)
        .join('/'),
    )
    const { role, origin, question } = roleOf(grid, row, at, kind, before, context)
    if (question) questions.push(question)
    const { rowKind, question: kindQuestion } = kindOf(grid, row, at, role, before, context)
    if (kindQuestion) questions.push(kindQuestion)
    if (role !== null) before.add(role)
    return {
      key,
      label: row.label,
      section: row.section,
      level: row.level ?? (rowKind === 'sum' ? 0 : rowKind === 'ofWhich' ? 2 : 1),
      kind: rowKind,
      ofWhichComplete: null,
      role,
      roleOrigin: origin,
      unit: rowUnit,
      sourceLine: row.sourceLine,
      cells,
    }
  })
  for (const row of rows) memoUnderMemo(row, rows)
  problems.push(...rowsTwice(grid, rows), ...wrongSigns(grid, kind, rows, columns))
  return { rows, questions, problems }
}

/** An of-which row right under a memo row belongs to it, and stands beside the arithmetic too. */
function memoUnderMemo(row: Row, rows: readonly Row[]): void {
  if (row.kind !== 'ofWhich') return
  const at = rows.indexOf(row)
  if (rows[at - 1]?.kind === 'memo') row.kind = 'memo'
}

function unitOfRow(row: GridRow, columns: readonly Column[], unit: Unit): Unit {
  const said = row.cells.flatMap((cell, at) => {
    const own = cell?.unit ?? cell?.number?.unit
    return own && columns[at]?.kind !== 'change' ? [own] : []
  })
  const [first] = said
  if (first !== undefined && said.every((each) => each === first)) return first
  const inLabel = unitInHeading(/(?:[,(]|\bi\s)[^,(]{0,20}$/iu.exec(row.label)?.[0] ?? '')
  if (inLabel === 'percent' || inLabel === 'count' || inLabel === 'percentagePoints') return inLabel
  const printed = row.cells.filter(
    (cell, at) => cell && cell.text.trim() !== '' && columns[at]?.kind !== 'change',
  )
  const percents = printed.filter((cell) => cell?.text.trim().endsWith('%'))
  return printed.length > 0 && percents.length === printed.length ? 'percent' : unit
}

function readCell(
  cell: GridCell,
  marks: NumberMarks | undefined,
  column: Column | undefined,
  rowUnit: Unit,
  grid: Grid,
  problems: ReadingProblem[],
): Cell {
  const inHeading = column?.kind === 'change' && /%|procent/iu.test(column.label) ? 'percent' : null
  const made = (value: Cell['value'], decimals: number, own: Unit | null): Cell => ({
    value,
    printed: cell.text,
    decimals,
    unit: own ?? cell.unit ?? inHeading ?? rowUnit,
    sourceLine: cell.sourceLine,
    origin: 'outside',
  })
  if (cell.number !== null) return made(cell.number.value, cell.number.decimals, cell.number.unit)
  const read = readPrintedNumber(cell.text, marks)
  if (read.ok) return made(read.value, read.decimals, read.unit)
  const place = placeOf(grid, cell.line, cell.column)
  const problem = cell.error ? message('reading.cell.error', { read: cell.text }) : read.problem
  problems.push({ severity: 'error', place, message: problem })
  return made(null, 0, null)
}

const roleNames: ReadonlySet<string> = new Set(roles)

type RoleAnswer = { role: Role | null; origin: Row['roleOrigin']; question: Question | null }

function roleOf(
  grid: Grid,
  row: GridRow,
  at: number,
  kind: TableKind,
  before: ReadonlySet<Role>,
  context: Context,
): RoleAnswer {
  const id = `rowRole:${grid.key}:${at + 1}`
  const answer = context.answers[id]
  if (answer !== undefined)
    return { role: roleNames.has(answer) ? (answer as Role) : null, origin: 'corrected', question: null }
  const fixed = roleInList(grid, at, kind, before)
  const guesses: RoleGuess[] = fixed === null ? rolesOfLabel(row.label, kind) : [fixed]
  const [best] = guesses
  if (best === undefined || best.confidence < worthAsking)
    return { role: null, origin: 'recognised', question: null }
  if (best.confidence >= SURE) return { role: best.role, origin: 'recognised', question: null }
  const alternatives: Alternative[] = guesses.map(({ role }) => ({
    value: role,
    message: message(`reading.role.${role}`),
  }))
  const question: Question = {
    id,
    about: 'rowRole',
    place: placeOf(grid, row.line, null),
    message: message('reading.ask.rowRole', { label: row.label }),
    alternatives: [...alternatives, { value: '', message: message('reading.role.none') }],
    proposed: best.role,
    assumed: '',
    confidence: best.confidence,
  }
  return { role: null, origin: 'recognised', question }
}

function kindOf(
  grid: Grid,
  row: GridRow,
  at: number,
  role: Role | null,
  before: ReadonlySet<Role>,
  context: Context,
): { rowKind: RowKind; question: Question | null } {
  const id = `rowKind:${grid.key}:${at + 1}`
  const answer = rowKinds.find((kind) => kind === context.answers[id])
  if (answer !== undefined) return { rowKind: answer, question: null }
  const guess = rowKindOf({ label: row.label, level: row.level, role }, before)
  const boldLine = row.bold && guess.kind === 'line' && role === null
  if (!boldLine && guess.confidence >= 0.7) return { rowKind: guess.kind, question: null }
  const question: Question = {
    id,
    about: 'rowKind',
    place: placeOf(grid, row.line, null),
    message: message('reading.ask.rowKind', { label: row.label }),
    alternatives: rowKinds.map((value) => ({ value, message: message(`reading.rowKind.${value}`) })),
    proposed: boldLine ? 'sum' : guess.kind,
    assumed: guess.kind,
    confidence: boldLine ? 0.5 : guess.confidence,
  }
  return { rowKind: guess.kind, question }
}

function rowsTwice(grid: Grid, rows: readonly Row[]): ReadingProblem[] {
  const seen = new Map<string, number>()
  return rows.flatMap((row, at): ReadingProblem[] => {
    const figures = row.cells.map((cell) => cell?.printed ?? '').join('|')
    if (!/[1-9]/u.test(figures)) return []
    const same = [row.section, row.label.toLowerCase(), figures].join('\n')
    const first = seen.get(same)
    if (first === undefined) {
      seen.set(same, at)
      return []
    }
    const place = placeOf(grid, grid.rows[at]?.line ?? null, null)
    return [
      {
        severity: 'warning',
        place,
        message: message('reading.row.twice', { label: row.label, first: grid.rows[first]?.line ?? 0 }),
      },
    ]
  })
}

/** Figures that cannot be below nothing, whatever sign the document gives costs. */
const neverNegative: Partial<Record<TableKind, readonly Role[]>> = {
  incomeStatement: ['operatingIncome', 'taxRevenue', 'totalTaxRevenue'],
  taxRevenue: ['taxRevenue', 'totalTaxRevenue'],
  appropriations: ['appropriation', 'appropriationTotal'],
  unitResult: ['unitIncome', 'appropriationIncome', 'ticketRevenue'],
  balanceSheet: [
    'intangibleAssets',
    'tangibleAssets',
    'financialAssets',
    'fixedAssets',
    'inventories',
    'currentReceivables',
    'otherCurrentAssets',
    'cashAndBank',
    'currentAssets',
    'totalAssets',
    'pensionProvisions',
    'provisions',
    'longTermLoans',
    'longTermLiabilities',
    'currentLiabilities',
    'liabilities',
    'equityAndLiabilities',
    'contingentPensionLiability',
  ],
  cashFlow: ['openingCash', 'closingCash'],
}

function wrongSigns(
  grid: Grid,
  kind: TableKind,
  rows: readonly Row[],
  columns: readonly Column[],
): ReadingProblem[] {
  const never = new Set(neverNegative[kind] ?? [])
  return rows.flatMap((row, at) =>
    row.cells.flatMap((cell, column): ReadingProblem[] => {
      if (
        row.role === null ||
        !never.has(row.role) ||
        !cell?.value ||
        !cell.value.lt(0) ||
        columns[column]?.kind === 'change'
      )
        return []
      const from = grid.rows[at]?.cells[column]
      const place = placeOf(grid, from?.line ?? null, from?.column ?? null)
      return [
        {
          severity: 'warning',
          place,
          message: message('reading.cell.negative', { read: cell.printed, label: row.label }),
        },
      ]
    }),
  )
}
