import type { DocumentModel, DocumentTable, Figure, Source } from '../../document/model/document.ts'
import type { How, Term } from '../../document/model/explanations.ts'
import { explainPublishedRow } from '../../operations/get-publication.ts'
import type { Addresses } from './addresses.ts'
import { notThere, type PublicationPage } from './publication-of.ts'

/** One part of what a figure is made up of, as the page shows it. */
export type ShownTerm = {
  sign: 1 | -1
  label: string
  printed: string
  href: string | null
  source: Source | null
  found: ShownTerm[]
}

/** One figure of a row, and where it comes from. */
export type ShownFigure = {
  column: string
  label: string
  figure: Figure
  how: (Pick<How, 'kind' | 'computed' | 'says' | 'source'> & { terms: ShownTerm[] }) | null
}

export type RowSources = { title: string; row: string; anchor: string; figures: ShownFigure[] }

/**
 * Everything about how one row's figures came about.
 * @throws the page that says there is no such row
 */
export async function rowSources(
  { visit, publication, document, addresses }: PublicationPage,
  table: DocumentTable,
  anchor: string,
): Promise<RowSources> {
  const row = table.rows.find((each) => each.anchor === anchor && each.kind !== 'section') ?? notThere()
  const { columns } = await visit.call(explainPublishedRow, {
    slug: publication.slug,
    edition: publication.edition,
    table: table.key,
    row: row.key,
  })
  const shown = (term: Term): ShownTerm => ({
    sign: term.sign,
    label: term.label,
    printed: term.printed,
    href: termAddress(term, document, addresses),
    // A change of ours is written where the adjustment is.
    source: term.source ?? document.reforms.find((each) => each.id === term.reform)?.source ?? null,
    found: term.found.map(shown),
  })
  return {
    title: table.title,
    row: row.label,
    anchor,
    figures: table.columns.flatMap((column, at): ShownFigure[] => {
      const figure = row.cells[at] ?? null
      if (figure === null || figure.value === null) return []
      const how = columns[column.key]
      return [
        {
          column: column.key,
          label: column.label,
          figure,
          how: how
            ? {
                kind: how.kind,
                computed: how.computed,
                says: how.says,
                source: how.source,
                terms: how.terms.filter(moves).map(shown),
              }
            : null,
        },
      ]
    }),
  }
}

/** A part that another of the same table takes away again, as for a board whose money is not changed, says nothing. */
function moves(term: Term, _: number, terms: readonly Term[]): boolean {
  return !terms.some(
    (other) =>
      other.to !== null &&
      other.to.table === term.to?.table &&
      other.sign === -term.sign &&
      other.value === term.value,
  )
}

/** The page of the figure or the adjustment that a term is. */
function termAddress(term: Term, document: DocumentModel, addresses: Addresses): string | null {
  const reform = document.reforms.find((each) => each.id === term.reform)
  if (reform) return addresses.reform(reform.slug)
  if (term.to === null) return null
  const { table: key, row: rowKey, column } = term.to
  const table = tablesOf(document).find((each) => each.key === key)
  const row = table?.rows.find((each) => each.key === rowKey)
  const address = table && row ? addresses.row(table, row.anchor) : null
  return address === null ? null : `${address}#${column}`
}

/** Every table of a document that has a page. */
export function tablesOf(document: DocumentModel): DocumentTable[] {
  return [
    document.path,
    document.overview,
    ...document.statements,
    ...document.boards.flatMap((board) => board.table ?? []),
  ]
}
