import ExcelJS, { type Cell, type Worksheet } from 'exceljs'
import { documentTexts } from '../../../messages/document.ts'
import { amount } from '../../../rules/amount.ts'
import type { DocumentModel, DocumentRow, DocumentTable, Figure } from '../../model/document.ts'
import type { Explanations } from '../../model/explanations.ts'
import { captionOf } from '../docx/docx-table.ts'
import { aboutLines, assignmentMarks, findingsLead, signOffLines } from '../words.ts'
import { baseFormulaOf, formulaOf } from './formula.ts'
import { Places, Values } from './places.ts'
import { SheetNames } from './sheet-names.ts'

const t = documentTexts.in('sv')

type Book = {
  workbook: ExcelJS.Workbook
  names: SheetNames
  model: DocumentModel
  places: Places
  values: Values
}

/**
 * The document as a workbook that goes on counting: a public board's sum is its base and its changes, and the
 * statements refer to those cells, so that a changed amount in the sheet of changes moves everything after it. What
 * stands in each cell beforehand is what Kansli has counted, exactly.
 */
export async function renderXlsx(model: DocumentModel, explanations: Explanations): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = model.organisation
  workbook.title = `${model.title}: ${model.version}`
  workbook.subject = model.jurisdiction
  workbook.created = new Date(`${model.colophon.date}T00:00:00Z`)
  workbook.modified = workbook.created
  workbook.calcProperties.fullCalcOnLoad = true
  const book = {
    workbook,
    names: new SheetNames(),
    model,
    places: new Places(),
    values: new Values(model, explanations),
  }
  const sheets = layOut(book)
  for (const each of sheets) write(book, each)
  assignmentSheet(book)
  aboutSheet(book)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

/** A table on a sheet: its first row is its heading. */
type Placed = { sheet: Worksheet; table: DocumentTable; top: number; base: number | null; title: boolean }

/** Gives every table its sheet and every figure its cell, before the first formula is written. */
function layOut(book: Book): Placed[] {
  const { model } = book
  const placed: Placed[] = []
  const put = (sheet: Worksheet, table: DocumentTable, top: number, withBase: boolean, title: boolean) => {
    const base = withBase ? table.columns.length + 3 : null
    placed.push({ sheet, table, top, base, title })
    keepPlaces(book, sheet, table, top, base)
    return top + table.rows.length + (title ? 3 : 2)
  }
  const path = sheetFor(book, model.path.title)
  put(path, model.path, 2, false, false)
  const overview = sheetFor(book, model.overview.title)
  put(overview, model.overview, 2, false, false)
  const changes = sheetFor(book, t('part.reforms'))
  let top = 1
  for (const board of model.boards) if (board.table) top = put(changes, board.table, top + 1, false, true)
  for (const table of model.statements.filter((each) => each.kind !== 'unitResult'))
    put(sheetFor(book, table.title), table, 2, true, false)
  const units = model.statements.filter((each) => each.kind === 'unitResult')
  if (units.length > 0) {
    const sheet = sheetFor(book, t('part.unitResults'))
    top = 1
    for (const table of units) top = put(sheet, table, top + 1, true, true)
  }
  return placed
}

function sheetFor({ workbook, names }: Book, title: string): Worksheet {
  return workbook.addWorksheet(names.nameFor(title), {
    views: [{ state: 'frozen', xSplit: 1, ySplit: 0 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  })
}

function keepPlaces(book: Book, sheet: Worksheet, table: DocumentTable, top: number, base: number | null) {
  const { places, model } = book
  const baseColumns = base === null ? [] : compiledColumns(table, model)
  for (const [index, row] of table.rows.entries()) {
    for (const [at, column] of table.columns.entries()) {
      const { address } = sheet.getCell(top + index + 1, at + 2)
      if (row.cells[at]?.value == null) continue
      places.keep(table.key, row.key, column.key, sheet.name, address)
      const reform = table.kind === 'board' || table.kind === 'path' ? reformId(row) : null
      if (reform !== null && column.year !== null)
        places.keepReform(reform, column.year, sheet.name, address, amount(row.cells[at].value))
    }
    for (const [offset, at] of baseColumns.entries()) {
      const column = table.columns[at]!
      if (book.values.base(table.key, row.key, column.key) === null) continue
      const { address } = sheet.getCell(top + index + 1, base! + offset)
      places.keepBase(table.key, row.key, column.key, sheet.name, address)
    }
  }
}

function reformId({ key }: DocumentRow): string | null {
  return key.startsWith('adjustment:') ? key.slice('adjustment:'.length) : null
}

/** The places of the columns that are counted: the budget year's and the plan years'. */
function compiledColumns(table: DocumentTable, model: DocumentModel): number[] {
  return table.columns.flatMap((column, at) =>
    column.year !== null &&
    model.years.includes(column.year) &&
    (column.kind === 'budget' || column.kind === 'plan')
      ? [at]
      : [],
  )
}

function write(book: Book, { sheet, table, top, base, title }: Placed) {
  const { places, values, model } = book
  if (title) sheet.getCell(top - 1, 1).value = table.body ?? table.title
  else sheet.getCell(1, 1).value = captionOf(table)
  sheet.getCell(title ? top - 1 : 1, 1).font = { bold: true, size: 12 }
  const columns = base === null ? [] : compiledColumns(table, model)
  const head = sheet.getRow(top)
  head.getCell(1).value = table.kind === 'overview' ? t('row.board') : t('row.row')
  for (const [at, column] of table.columns.entries()) head.getCell(at + 2).value = column.label
  for (const [offset, at] of columns.entries())
    head.getCell(base! + offset).value = t('column.base', { year: String(table.columns[at]?.year) })
  head.font = { bold: true }
  head.alignment = { wrapText: true, vertical: 'bottom' }
  head.eachCell((cell, at) => {
    cell.border = { bottom: { style: 'thin' } }
    if (at > 1) cell.alignment = { horizontal: 'right', wrapText: true, vertical: 'bottom' }
  })
  for (const [index, row] of table.rows.entries()) {
    const line = sheet.getRow(top + index + 1)
    const label = line.getCell(1)
    label.value = row.label
    label.alignment = { indent: row.kind === 'ofWhich' ? 1 : 0, wrapText: true, vertical: 'top' }
    if (row.kind === 'sum' || row.kind === 'section') line.font = { bold: true }
    for (const [at, column] of table.columns.entries()) {
      const figure = row.cells[at] ?? null
      const place = { table: table.key, row: row.key, column: column.key, year: column.year }
      if (figure?.value == null) continue
      setFigure(line.getCell(at + 2), figure, formulaOf(place, places, values))
    }
    for (const [offset, at] of columns.entries()) {
      const column = table.columns[at]!
      const value = values.base(table.key, row.key, column.key)
      const figure = row.cells[at] ?? null
      if (value === null || figure === null) continue
      const place = { table: table.key, row: row.key, column: column.key, year: column.year }
      setFigure(
        line.getCell(base! + offset),
        { ...figure, value: value.toFixed() },
        baseFormulaOf(place, places, values),
      )
    }
  }
  sheet.getColumn(1).width = 52
  for (let at = 2; at <= table.columns.length + 2 + columns.length; at++) sheet.getColumn(at).width = 14
  if (!title) sheet.pageSetup.printTitlesRow = `1:${top}`
}

function setFigure(cell: Cell, figure: Figure, formula: string | null) {
  const result = Number(figure.value)
  cell.value = formula === null ? result : { formula, result }
  cell.numFmt = formatOf(figure)
}

/** The reader's own program puts in its spaces and commas; Swedish ones in Sweden. */
function formatOf({ decimals, unit }: Figure): string {
  const digits = `#,##0${decimals > 0 ? `.${'0'.repeat(decimals)}` : ''}`
  return unit === 'percent' ? `${digits}" %"` : digits
}

function assignmentSheet(book: Book) {
  const { model, workbook, names } = book
  if (model.assignments.length === 0) return
  const sheet = workbook.addWorksheet(names.nameFor(t('part.assignments')), {
    views: [{ state: 'frozen', ySplit: 1 }],
  })
  sheet.columns = [
    { header: t('assignment.number'), width: 34 },
    { header: t('assignment.kind'), width: 16 },
    { header: t('assignment.text'), width: 80 },
    { header: '', width: 60 },
  ]
  sheet.getRow(1).font = { bold: true }
  for (const each of model.assignments) {
    const row = sheet.addRow([
      each.label,
      each.kind,
      each.text,
      assignmentMarks(each, each.responsible[0]?.slug ?? null).join(' · '),
    ])
    row.alignment = { wrapText: true, vertical: 'top' }
  }
}

function aboutSheet({ model, workbook, names }: Book) {
  const sheet = workbook.addWorksheet(names.nameFor(t('part.about')))
  sheet.getColumn(1).width = 110
  const lines = [
    `${model.title}: ${model.version}`,
    `${model.organisation}, ${model.jurisdiction}`,
    ...aboutLines(model),
    ...(model.colophon.signOffs.length > 0 ? [t('about.signOffs'), ...signOffLines(model)] : []),
    findingsLead(model),
  ]
  for (const line of lines) sheet.addRow([line]).alignment = { wrapText: true }
  sheet.getRow(1).font = { bold: true, size: 14 }
}
