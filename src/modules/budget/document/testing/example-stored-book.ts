import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '#platform/root.ts'
import { freeSlug } from '#platform/slug.ts'
import { readBookFolder } from '../../rules/reading/folder.ts'
import { printedAdjustments } from '../../rules/statements/printed-adjustments.ts'
import { bodyFinder } from '../../rules/statements/base.ts'
import { unitNames } from '../../store/compile.ts'
import type {
  StoredAdjustment,
  StoredBoard,
  StoredBook,
  StoredChapter,
  StoredVersion,
} from '../../store/stored-book.ts'

const folder = join(projectRoot, 'examples/region-stockholm-2025')
const files = readdirSync(folder)
  .filter((name) => name.endsWith('.csv'))
  .map((name) => ({ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }))

const years = [2025, 2026, 2027]

/** An id that looks like a real one and is always the same. */
export function testId(group: number, number: number): string {
  return `0192a3b4-${String(group).padStart(4, '0')}-7000-8000-${(number * 7919 + group).toString(16).padStart(12, '0')}`
}

/** The example as it is stored after it was read in, without a database. */
export function exampleStoredBook(change: (version: StoredVersion) => void = () => undefined): StoredBook {
  const printed = readBookFolder(files).book
  const boards = boardsOf(printed.tables.flatMap(bodyNames))
  const find = bodyFinder(boards.map((board) => board.name))
  const summary = printed.tables.find((table) => table.kind === 'adjustmentSummary')!
  const settings = { years, unit: 'mnkr' as const }
  const adjustments = printedAdjustments(summary, unitNames(printed.tables), settings).map(
    (each, index): StoredAdjustment => {
      const board = boards[find(each.publicBoard)] ?? null
      return {
        id: testId(1, index),
        publicBoardId: each.publicBoard === null ? null : (board?.id ?? null),
        kind: board && each.publicBoard !== null ? each.kind : 'financing',
        label: each.label,
        recurring: each.recurring,
        rationale: '',
        part: null,
        statementRole: null,
        chapter: null,
        originId: null,
        printedKey: each.id,
        revision: 1,
        sourceLine: summary.rows.find((row) => row.key === each.id)?.sourceLine ?? null,
        amounts: Object.entries(each.amounts).map(([year, amount]) => ({
          year: Number(year),
          amount: amount.toFixed(),
          printed: null,
          revision: 1,
          changedAt: new Date('2026-11-01T10:00:00Z'),
          changedByName: 'Kansli',
        })),
        links: [],
      }
    },
  )
  const version: StoredVersion = {
    id: testId(2, 1),
    slug: 'vart-forslag',
    name: 'Vårt förslag',
    kind: 'own',
    party: '',
    parentId: null,
    state: 'draft',
    cashPolicy: 'loans',
    printedRevision: 1,
    branchSnapshot: null,
    printedTables: printed.tables,
    adjustments,
    taxBase: [],
    resultRequirements: [
      { year: 2025, amount: '208.5', revision: 1 },
      { year: 2026, amount: '2384.8', revision: 1 },
      { year: 2027, amount: '2275.7', revision: 1 },
    ],
    taxSteps: [],
    overrides: [],
    acceptances: [],
    chapters: [chapter(1, '3', 'Personal', ''), chapter(2, '5', 'Sjukvård', '')],
    assignments: printed.assignments.map((each, index) => ({
      id: testId(4, index),
      sourceKey: each.key,
      chapter: each.chapter,
      kind: each.kind || '–',
      theme: each.theme ?? '',
      text: each.text || each.kind,
      amounts: each.amounts,
      dueYear: each.dueYear,
      condition: '',
      responsible: each.publicBoards,
      consulted: each.consulted,
      revision: 1,
      sourceLine: each.sourceLine,
    })),
  }
  change(version)
  return {
    id: testId(2, 0),
    unitId: testId(2, 2),
    slug: 'region-stockholm-2025',
    title: 'Budget 2025–2027',
    jurisdiction: 'Region Stockholm',
    budgetYear: 2025,
    planYears: [2026, 2027],
    amountUnit: 'mnkr',
    decimals: 1,
    revision: 1n,
    publicBoards: boards,
    versions: [version],
  }
}

/** A chapter with this text. */
export function chapter(number: number, name: string, title: string, text: string): StoredChapter {
  return { id: testId(3, number), number: name, title, publicBoardId: null, text, revision: 1 }
}

function bodyNames(table: StoredVersion['printedTables'][number]): string[] {
  if (table.kind === 'appropriations')
    return table.rows.filter((row) => row.kind === 'line').map((row) => row.label)
  return table.kind === 'adjustmentSummary' ? table.rows.flatMap((row) => row.section ?? []) : []
}

function boardsOf(names: readonly string[]): StoredBoard[] {
  const boards: StoredBoard[] = []
  for (const name of new Set(names)) {
    if (bodyFinder(boards.map((board) => board.name))(name) >= 0) continue
    boards.push({
      id: testId(5, boards.length),
      kind: 'publicBoard',
      name,
      slug: freeSlug(name, new Set(boards.map((board) => board.slug))),
    })
  }
  return boards
}
