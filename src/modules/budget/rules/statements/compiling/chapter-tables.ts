import type { Cell, Row, Table } from '../../book.ts'
import { NO_BOARD } from '../base.ts'
import { printFigure } from './derived-cell.ts'
import { effectKey, type SummaryPrint } from '../summary.ts'
import { isBoardKind, type Version } from '../version.ts'

/**
 * Compiles each chapter's own list of adjustments, in the version's order; chapters come in the order their first
 * adjustment has. An adjustment that is not said to stand in any stands where its public board's others do, else in a
 * list of its own at the end, so that the chapters together are the summary. Without any chapter there are no lists.
 * Each is called what `words.inChapter` says, else by the chapter's number alone.
 */
export function compileChapterTables(
  version: Version,
  years: readonly number[],
  { unit, decimals, words }: SummaryPrint,
): Table[] {
  const listed = version.adjustments.filter((adjustment) => isBoardKind(adjustment.kind))
  const usual = new Map(
    listed
      .toReversed()
      .flatMap(({ publicBoard, chapter }) => (chapter === null ? [] : [[publicBoard, chapter] as const])),
  )
  if (usual.size === 0) return []
  const chapters = Map.groupBy(listed, ({ publicBoard, chapter }) => chapter ?? usual.get(publicBoard) ?? '')
  const ordered = [...chapters].sort(([a], [b]) => Number(a === '') - Number(b === ''))
  return ordered.map(([chapter, adjustments]): Table => {
    const rows = adjustments.map((adjustment): Row => ({
      key: effectKey(adjustment.id),
      label: adjustment.label,
      section: adjustment.publicBoard ?? NO_BOARD,
      level: 1,
      kind: 'line',
      ofWhichComplete: null,
      role: 'adjustment',
      roleOrigin: 'corrected',
      unit,
      sourceLine: null,
      cells: years.map((year): Cell => {
        const value = adjustment.amounts[year] ?? null
        const printed = value === null ? '' : printFigure(value, decimals, unit)
        return {
          value,
          printed,
          decimals: value === null ? 0 : decimals,
          unit,
          sourceLine: null,
          origin: 'own',
        }
      }),
    }))
    return {
      key: `chapter:${chapter}`,
      title: chapter === '' ? (words.otherChapter ?? words.title) : (words.inChapter?.(chapter) ?? chapter),
      kind: 'chapterAdjustments',
      chapter: chapter === '' ? null : chapter,
      body: null,
      unit,
      source: null,
      columns: years.map((year, at) => ({
        key: String(year),
        label: words.years[at] ?? String(year),
        kind: at === 0 ? 'budget' : 'plan',
        year,
        compares: null,
        shift: null,
      })),
      rows,
    }
  })
}
