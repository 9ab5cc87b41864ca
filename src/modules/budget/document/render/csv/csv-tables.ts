import { csvText } from '#platform/files/csv-text.ts'
import { documentTexts } from '../../../messages/document.ts'
import { amount } from '../../../rules/amount.ts'
import type { DocumentModel, DocumentTable, Figure } from '../../model/document.ts'
import { joined } from '../../references/print-figure.ts'
import { captionOf } from '../docx/docx-table.ts'
import { resultTable } from '../result-table.ts'
import { sourceText } from '../words.ts'

const t = documentTexts.in('sv')

/** A table as a file: its columns, what they hold, and its rows as texts. */
export type CsvTable = {
  name: string
  title: string
  columns: { name: string; title: string; holds: 'text' | 'decimal' | 'integer' }[]
  rows: (string | null)[][]
}

/**
 * The document's tables as they are written to CSV. Decisions, for those who read the files by machine:
 * - Semicolons between cells and commas before decimals, as Swedish spreadsheets read them; `metadata.json` says so.
 * - A figure is written exact, without spaces, with a plain hyphen for minus: `-64,5` is a number to every program.
 * - A text that a spreadsheet would run as a formula (it begins with = + - @, tab or line break) gets an apostrophe in
 *   front. Figures never do, because a figure cannot be anything else.
 * - A blank is an empty cell and 0 is 0.
 */
export function csvTables(model: DocumentModel): CsvTable[] {
  return [
    figureTable(resultTable(model)),
    figureTable(model.path),
    figureTable(model.overview),
    changesTable(model),
    ...(model.assignments.length > 0 ? [assignmentsTable(model)] : []),
    ...model.statements.map(figureTable),
  ]
}

/** One table's file. */
export function csvOf(table: CsvTable): string {
  return csvText([table.columns.map((column) => column.title), ...table.rows])
}

/** A table of figures: a row's key, what it is called, what it is, and its figures. */
export function figureTable(table: DocumentTable): CsvTable {
  return {
    name: table.slug,
    title: captionOf(table),
    columns: [
      { name: 'key', title: 'nyckel', holds: 'text' },
      { name: 'row', title: t('row.row').toLowerCase(), holds: 'text' },
      { name: 'kind', title: 'slag', holds: 'text' },
      ...table.columns.map((column, at) => ({
        name: `value_${at + 1}`,
        title: column.label,
        holds: 'decimal' as const,
      })),
    ],
    rows: table.rows
      .filter((row) => row.kind !== 'section')
      .map((row) => [
        row.key,
        row.label,
        row.kind,
        ...table.columns.map((_, at) => number(row.cells[at] ?? null)),
      ]),
  }
}

function changesTable(model: DocumentModel): CsvTable {
  const boards = new Map(model.boards.map((board) => [board.slug, board.name]))
  return {
    name: 'andringar',
    title: t('part.reforms'),
    columns: [
      { name: 'code', title: 'kod', holds: 'text' },
      { name: 'board', title: t('row.board').toLowerCase(), holds: 'text' },
      { name: 'label', title: 'ändring', holds: 'text' },
      { name: 'kind', title: 'slag', holds: 'text' },
      { name: 'recurring', title: 'återkommande', holds: 'text' },
      ...model.years.map((year, at) => ({
        name: `year_${year}`,
        title: model.yearLabels[at] ?? String(year),
        holds: 'decimal' as const,
      })),
      { name: 'rationale', title: 'motivering', holds: 'text' },
      { name: 'source', title: 'källa', holds: 'text' },
    ],
    rows: model.reforms.map((reform) => [
      reform.code,
      reform.board === null ? null : (boards.get(reform.board) ?? reform.board),
      reform.label,
      t(`kind.${reform.kind}`),
      reform.recurring ? 'ja' : 'nej',
      ...reform.amounts.map(number),
      reform.rationale || null,
      reform.source === null ? null : sourceText(reform.source),
    ]),
  }
}

function assignmentsTable(model: DocumentModel): CsvTable {
  return {
    name: 'uppdrag',
    title: t('part.assignments'),
    columns: [
      { name: 'code', title: 'kod', holds: 'text' },
      { name: 'number', title: 'nummer', holds: 'text' },
      { name: 'responsible', title: 'ansvariga', holds: 'text' },
      { name: 'consulted', title: 'i samråd med', holds: 'text' },
      { name: 'kind', title: 'slag', holds: 'text' },
      { name: 'text', title: 'uppdrag', holds: 'text' },
      { name: 'amounts', title: 'belopp', holds: 'text' },
      { name: 'due', title: 'klart', holds: 'integer' },
      { name: 'condition', title: 'villkor', holds: 'text' },
      { name: 'source', title: 'källa', holds: 'text' },
    ],
    rows: model.assignments.map((each) => [
      each.code,
      each.label,
      joined(each.responsible.map((one) => one.name)),
      joined(each.consulted.map((one) => one.name)),
      each.kind,
      each.text,
      each.amounts,
      each.dueYear === null ? null : String(each.dueYear),
      each.condition,
      each.source === null ? null : sourceText(each.source),
    ]),
  }
}

/** At most ten decimals: a percentage has no end, and nobody counts on with the twentieth. */
function number(figure: Figure | null): string | null {
  if (figure === null || figure.value === null) return null
  return amount(figure.value).toDecimalPlaces(10).toFixed().replace('.', ',')
}
