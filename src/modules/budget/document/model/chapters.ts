import { freeSlug } from '#platform/slug.ts'
import { documentTexts } from '../../messages/document.ts'
import type { StoredBook, StoredChapter } from '../../store/stored-book.ts'
import type { OrFault, ReferenceFault } from '../references/fault.ts'
import { figureOf, tableOf } from '../references/read-references.ts'
import type { ReferenceData } from '../references/reference-data.ts'
import type { FigureTarget, ResolvedFigure } from '../references/resolve-figure.ts'
import type { ResolvedTable } from '../references/resolve-table.ts'
import { mapText, type TextPlace, type WrittenReference } from '../text/blocks.ts'
import { wordCount } from '../text/plain-text.ts'
import { readText, type TextFault } from '../text/read-text.ts'
import { reformRow, yearColumns } from './boards.ts'
import type {
  DocumentAssignment,
  DocumentBoard,
  DocumentChapter,
  DocumentReform,
  DocumentTable,
  TextFigure,
  TextTable,
  TextTarget,
} from './document.ts'
import { exact } from './print.ts'

const t = documentTexts.in('sv')

/** Something in a chapter's text that has to be put right, and where. */
export type ChapterFault = {
  chapterId: string
  fault: { of: 'reference'; fault: ReferenceFault; source: string } | { of: 'text'; fault: TextFault }
  at: TextPlace
}

/** What the texts can point to, as it is printed. */
export type Printed = {
  data: ReferenceData
  labels: readonly string[]
  boards: readonly DocumentBoard[]
  reforms: readonly DocumentReform[]
  assignments: readonly DocumentAssignment[]
  statements: readonly DocumentTable[]
  path: DocumentTable
}

/** The chapters with everything they refer to filled in, and all that could not be. */
export function chaptersOf(
  book: StoredBook,
  chapters: readonly StoredChapter[],
  printed: Printed,
): { chapters: DocumentChapter[]; faults: ChapterFault[] } {
  const faults: ChapterFault[] = []
  const taken = new Set<string>()
  const made = chapters.map((chapter): DocumentChapter => {
    const slug = freeSlug(`${chapter.number} ${chapter.title}`, taken)
    taken.add(slug)
    const read = readText(chapter.text)
    const board = book.publicBoards.find((each) => each.id === chapter.publicBoardId)
    faults.push(
      ...read.faults.map((fault): ChapterFault => ({
        chapterId: chapter.id,
        fault: { of: 'text', fault },
        at: fault.at,
      })),
    )
    const told = <Value, Result>(
      written: WrittenReference,
      result: OrFault<Value>,
      right: (value: Value) => Result,
      wrong: (mark: string) => Result,
    ): Result => {
      if (result.ok) return right(result.value)
      faults.push({
        chapterId: chapter.id,
        fault: { of: 'reference', fault: result.fault, source: written.source },
        at: written.at,
      })
      return wrong(t('fault.mark', { what: written.label || written.source }))
    }
    return {
      id: chapter.id,
      slug,
      number: chapter.number,
      title: chapter.title,
      board: board?.slug ?? null,
      words: wordCount(read.blocks),
      text: mapText(
        read.blocks,
        (written): TextFigure =>
          told<ResolvedFigure, TextFigure>(
            written,
            figureOf(written, printed.data),
            ({ printed: text, values, target }) => ({
              ok: true,
              printed: text,
              values: values.map(exact),
              target: targetOf(target, printed),
            }),
            (mark) => ({ ok: false, printed: mark }),
          ),
        (written): TextTable =>
          told<ResolvedTable, TextTable>(
            written,
            tableOf(written, printed.data),
            (table) => textTable(table, printed),
            (mark) => ({ of: 'fault', printed: mark }),
          ),
      ),
    }
  })
  return { chapters: made, faults: faults.sort((a, b) => order(chapters, a, b)) }
}

function order(chapters: readonly StoredChapter[], a: ChapterFault, b: ChapterFault): number {
  const place = ({ chapterId }: ChapterFault) => chapters.findIndex((each) => each.id === chapterId)
  return place(a) - place(b) || a.at.line - b.at.line || a.at.column - b.at.column
}

function targetOf(target: FigureTarget, printed: Printed): TextTarget | null {
  switch (target.of) {
    case 'row': {
      const reform = printed.reforms.find((each) => each.id === target.id)
      return reform ? { to: 'reform', slug: reform.slug } : null
    }
    case 'board':
      return { to: 'board', slug: target.board }
    case 'appropriations':
      return { to: 'overview' }
    case 'results':
      return { to: 'results' }
    case 'assignment': {
      const assignment = printed.assignments.find((each) => each.id === target.id)
      return assignment ? { to: 'assignment', slug: assignment.slug } : null
    }
    case 'cell': {
      const table = printed.statements.find((each) => each.key === target.table)
      const row = table?.rows.find((each) => each.key === target.row)
      return table && row ? { to: 'table', slug: table.slug, anchor: row.anchor } : null
    }
    default:
      return null
  }
}

function found(made: DocumentTable | null | undefined, name: string): TextTable {
  return made ? { of: 'table', table: made } : { of: 'fault', printed: t('fault.mark', { what: name }) }
}

function textTable(table: ResolvedTable, printed: Printed): TextTable {
  const { boards, statements, path, reforms, assignments, data, labels } = printed
  switch (table.of) {
    case 'board':
      return found(boards.find((each) => each.slug === table.board)?.table, table.board)
    case 'table':
      return found(
        statements.find((each) => each.key === table.table),
        table.table,
      )
    case 'result':
      return found(path, path.title)
    case 'assignments': {
      const wanted = assignments.filter(
        (each) =>
          (table.chapter === null || each.chapter === table.chapter) &&
          (table.board === null || each.responsible.some((one) => one.slug === table.board)),
      )
      return { of: 'assignments', assignments: wanted.map((each) => each.slug) }
    }
    default: {
      const wanted = reforms.filter(
        (each) =>
          (table.chapter === null || each.chapter === table.chapter) &&
          (table.board === null || each.board === table.board),
      )
      const title =
        table.chapter === null
          ? t('table.boardAdjustments', {
              board: boards.find((each) => each.slug === table.board)?.name ?? '',
            })
          : t('table.chapterAdjustments', { chapter: table.chapter })
      return {
        of: 'table',
        table: {
          key: `adjustments:${table.chapter ?? ''}:${table.board ?? ''}`,
          slug: '',
          title,
          kind: 'adjustments',
          body: null,
          unit: data.unit,
          columns: yearColumns(data.years, labels),
          rows: wanted.map(reformRow),
        },
      }
    }
  }
}
