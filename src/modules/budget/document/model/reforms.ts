import { slugOf } from '#platform/slug.ts'
import type { Compiled } from '../../store/compile.ts'
import type { StoredAdjustment, StoredBook, StoredVersion } from '../../store/stored-book.ts'
import { codeOf } from '../references/reference-data.ts'
import type { Body } from './bodies.ts'
import type { DocumentReform, Figure, Source } from './document.ts'
import { figure } from './print.ts'

/** The part of an address for something with a code: what it is called now, and the code, which stays. */
export function addressOf(label: string, id: string): string {
  return `${slugOf(label).slice(0, 60).replace(/-+$/u, '')}-${codeOf(id)}`
}

/** Everything a version changes, as it is printed: tax steps first, then its adjustments in their order. */
export function reformsOf(
  book: StoredBook,
  version: StoredVersion,
  { derived, book: compiled }: Compiled,
  body: (name: string) => Body,
): DocumentReform[] {
  const chapters = new Map(
    compiled.tables
      .filter((table) => table.kind === 'chapterAdjustments')
      .flatMap((table) => table.rows.map((row) => [row.key.replace(/^adjustment:/u, ''), table.chapter])),
  )
  const file = version.printedTables.find((table) => table.kind === 'adjustmentSummary')?.source ?? null
  const stored = new Map(version.adjustments.map((each) => [each.id, each]))
  return derived.effects.map((effect): DocumentReform => {
    const adjustment = stored.get(effect.id)
    const board = adjustment ? boardOf(book, adjustment) : null
    const source = sourceOf(adjustment, file)
    return {
      id: effect.id,
      code: codeOf(effect.id),
      slug: addressOf(effect.label, effect.id),
      label: effect.label,
      kind: adjustment?.kind ?? 'tax',
      board: board === null ? null : body(board).slug,
      chapter: adjustment?.chapter ?? chapters.get(effect.id) ?? null,
      recurring: adjustment?.recurring ?? true,
      rationale: adjustment?.rationale ?? '',
      amounts: effect.amounts.map((value): Figure | null =>
        value === null
          ? null
          : figure(value, book.amountUnit, book.decimals, {
              origin: effect.öre === null ? 'own' : 'derived',
              source,
            }),
      ),
      ore:
        effect.öre?.map((value) => (value === null ? null : figure(value, 'öre', value.decimalPlaces()))) ??
        null,
      links: adjustment?.links.map(({ title, address }) => ({ title, address })) ?? [],
      source,
    }
  })
}

function boardOf(book: StoredBook, { publicBoardId }: StoredAdjustment): string | null {
  return book.publicBoards.find((board) => board.id === publicBoardId)?.name ?? null
}

function sourceOf(adjustment: StoredAdjustment | undefined, file: string | null): Source | null {
  const line = adjustment?.sourceLine ?? null
  return line === null ? null : { file, line }
}
