import {
  rowKinds,
  type Cell,
  type Column,
  type Row,
  type RowKind,
  type TableKind,
  type Unit,
} from '../book.ts'
import { roles, type Role } from '../roles.ts'
import { slug, uniqueKeys, type Grid, type GridRow } from './grid.ts'
import { message } from './message.ts'
import { placeOf } from './raw-table.ts'
import { SURE, type Alternative, type Context, type Question } from './recognition.ts'
import { roleInList } from './list-roles.ts'
import { rolesOfLabel, type RoleGuess } from './role-recognition.ts'
import { rowKindOf } from './row-words.ts'
import { rowsAStep, type Steps } from './steps.ts'
import { shapesOf, type Shape } from './structure.ts'

/** From here on a guess is worth asking about. */
const worthAsking = 0.6

type RowCells = { cells: (Cell | null)[]; unit: Unit }

/** Gives every row its role, its kind and its place; what is unsure is asked, and not taken for granted. */
export function* recogniseRows(
  grid: Grid,
  kind: TableKind,
  columns: readonly Column[],
  read: readonly RowCells[],
  unit: Unit,
  context: Context,
): Steps<{ rows: Row[]; questions: Question[] }> {
  const questions: Question[] = []
  const keyOnce = uniqueKeys()
  const before = new Set<Role>()
  const boldTells = grid.rows.filter(({ bold }) => bold).length < grid.rows.length * 0.4
  const levelsSaid = grid.rows.some((row) => row.level !== null || row.sort !== null)
  const shapes: (Shape | null)[] = levelsSaid
    ? grid.rows.map(() => null)
    : shapesOf(
        grid.rows.map((row, at) => ({ row, cells: read[at]?.cells ?? [] })),
        columns,
      )
  const rows: Row[] = []
  for (const [at, row] of grid.rows.entries()) {
    const { role, origin, question } = roleOf(grid, row, at, kind, before, shapes, context)
    if (question) questions.push(question)
    const clues = {
      shape: shapes[at] ?? null,
      percent: read[at]?.unit === 'percent' && unit !== 'percent',
      boldTells,
    }
    const of = kindOf(grid, row, at, role, before, clues, context)
    if (of.question) questions.push(of.question)
    if (role !== null) before.add(role)
    rows.push({
      key: keyOnce([row.section, row.label].flatMap((part) => (part === null ? [] : slug(part))).join('/')),
      label: row.label,
      section: row.section,
      level: row.level ?? (of.rowKind === 'sum' ? 0 : of.rowKind === 'ofWhich' ? 2 : 1),
      kind: of.rowKind,
      ofWhichComplete: null,
      role,
      roleOrigin: origin,
      sourceLine: row.sourceLine,
      ...inUnitOfRole(role, read[at] ?? { cells: [], unit: 'other' }),
    })
    if (rows.length % rowsAStep === 0) yield rowsAStep
  }
  memosUnderMemos(rows)
  return { rows, questions }
}

/** A tax rate is per cent whatever the table counts in: kronor per tax krona are kronor per hundred. */
function inUnitOfRole(role: Role | null, { cells, unit }: RowCells): RowCells {
  if (role !== 'taxRate') return { cells, unit }
  return {
    unit: 'percent',
    cells: cells.map((cell) => (cell?.unit === unit ? { ...cell, unit: 'percent' } : cell)),
  }
}

/** An of-which row right under a memo row belongs to it, and stands beside the arithmetic too. */
function memosUnderMemos(rows: readonly Row[]): void {
  for (const [at, row] of rows.entries()) {
    if (row.kind === 'ofWhich' && rows[at - 1]?.kind === 'memo') row.kind = 'memo'
  }
}

const roleNames: ReadonlySet<string> = new Set(roles)

type RoleAnswer = { role: Role | null; origin: Row['roleOrigin']; question: Question | null }

function roleOf(
  grid: Grid,
  row: GridRow,
  at: number,
  kind: TableKind,
  before: ReadonlySet<Role>,
  shapes: readonly (Shape | null)[],
  context: Context,
): RoleAnswer {
  const id = `rowRole:${grid.key}:${at + 1}`
  const answer = context.answers[id]
  if (answer !== undefined)
    return { role: roleNames.has(answer) ? (answer as Role) : null, origin: 'corrected', question: null }
  const fixed = roleInList(grid, at, kind, before, shapes)
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
  { shape, percent, boldTells }: { shape: Shape | null; percent: boolean; boldTells: boolean },
  context: Context,
): { rowKind: RowKind; question: Question | null } {
  const id = `rowKind:${grid.key}:${at + 1}`
  const answer = rowKinds.find((kind) => kind === context.answers[id])
  if (answer !== undefined) return { rowKind: answer, question: null }
  const said = rowKindOf({ label: row.label, level: row.level, role, shape, percent }, before)
  // A bold row among plain ones is often a sum even when the figures do not show it.
  const bold = boldTells && row.bold && role === null && said.kind === 'line'
  const guess = bold ? { kind: said.kind, confidence: 0.5 } : said
  if (guess.confidence >= 0.7) return { rowKind: guess.kind, question: null }
  const question: Question = {
    id,
    about: 'rowKind',
    place: placeOf(grid, row.line, null),
    message: message('reading.ask.rowKind', { label: row.label }),
    alternatives: rowKinds.map((value) => ({ value, message: message(`reading.rowKind.${value}`) })),
    proposed: bold ? 'sum' : guess.kind,
    assumed: guess.kind,
    confidence: guess.confidence,
  }
  return { rowKind: guess.kind, question }
}
