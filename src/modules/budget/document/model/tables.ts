import { freeSlug, slugOf } from '#platform/slug.ts'
import type { Row, Table } from '../../rules/book.ts'
import { isStatement } from '../../rules/statements/derive.ts'
import { documentTexts } from '../../messages/document.ts'
import type { DocumentRow, DocumentTable } from './document.ts'
import { cellFigure } from './print.ts'

const t = documentTexts.in('sv')

/** The statements of a compiled budget, in the order a budget is read: taxes first, units last. */
export function statementTables(tables: readonly Table[]): DocumentTable[] {
  const order: Table['kind'][] = [
    'incomeStatement',
    'taxRevenue',
    'appropriations',
    'resultRequirements',
    'balanceSheet',
    'cashFlow',
    'financingBudget',
    'sensitivityAnalysis',
    'unitResult',
    'other',
  ]
  const statements = tables.filter(isStatement)
  const taken = new Set<string>()
  return order
    .flatMap((kind) => statements.filter((table) => table.kind === kind))
    .map((table) => statementTable(table, statements, taken))
}

function statementTable(table: Table, all: readonly Table[], taken: Set<string>): DocumentTable {
  const title = titleOf(table, all)
  const slug = freeSlug(title, taken)
  taken.add(slug)
  const anchors = new Set<string>()
  return {
    key: table.key,
    slug,
    title,
    kind: table.kind,
    body: table.body,
    unit: table.unit,
    columns: table.columns.map(({ key, label, year, kind }) => ({ key, label, year, kind })),
    rows: withSections(table.rows, (row) => ({
      key: row.key,
      anchor: freeAnchor(row.key, anchors),
      label: row.label,
      kind: row.kind,
      about: null,
      cells: row.cells.map((cell) => cellFigure(cell, table.source)),
    })),
  }
}

/** Its usual name, when there is one of its kind; else what it is called. */
function titleOf(table: Table, all: readonly Table[]): string {
  if (table.kind === 'unitResult') return t('table.unitResult', { body: table.body ?? table.title })
  if (table.kind === 'other' || table.kind === 'adjustmentSummary' || table.kind === 'chapterAdjustments')
    return table.title
  return all.filter((each) => each.kind === table.kind).length === 1 ? t(`table.${table.kind}`) : table.title
}

/** Puts a heading where the section changes; a table that has one section throughout needs none. */
function withSections(rows: readonly Row[], make: (row: Row) => DocumentRow): DocumentRow[] {
  const several = new Set(rows.map((row) => row.section)).size > 1
  let section: string | null = null
  return rows.flatMap((row) => {
    const made = make(row)
    if (!several || row.section === section) return [made]
    section = row.section
    return section === null ? [made] : [sectionRow(section, made.anchor), made]
  })
}

/** A heading inside a table. */
export function sectionRow(label: string, before: string): DocumentRow {
  return {
    key: `section:${before}`,
    anchor: `${before}-avsnitt`,
    label,
    kind: 'section',
    about: null,
    cells: [],
  }
}

/** The row's part of an address inside its page. */
export function freeAnchor(key: string, taken: Set<string>): string {
  const anchor = freeSlug(slugOf(key), taken)
  taken.add(anchor)
  return anchor
}
