import type { Cell as SheetCell, CellValue, Row as SheetRow, Worksheet } from 'exceljs'
import type { GridProblem, Severity } from './grid.ts'
import { breathe, type Limits, type Progress } from './limits.ts'
import { message, type Message } from './message.ts'
import { printByFormat } from './number-format.ts'
import { placeOf, type RawCell, type RawRow, type RawTable } from './raw-table.ts'
import type { ReadingProblem } from './recognition.ts'
import { inspectZip } from './zip.ts'

export type ReadTables = { tables: RawTable[]; problems: ReadingProblem[] }

/**
 * Reads an XLSX file to one raw table a sheet: numbers with what their format shows, the last computed value of
 * formulas, error cells, merged cells, hidden rows. Hidden sheets are left out and told of. Never throws for
 * what is in the file; rejects only when the signal is aborted.
 */
export async function readWorkbook(
  name: string,
  bytes: Uint8Array,
  limits: Limits,
  progress: Progress,
): Promise<ReadTables> {
  const refused = (problem: Message): ReadTables => ({
    tables: [],
    problems: [problemOf(name, null, { severity: 'error', line: null, column: null, message: problem })],
  })
  const inspected = await inspectZip(bytes, limits, progress)
  if (!inspected.ok) return refused(inspected.problem)
  if (!inspected.names.includes('xl/workbook.xml')) {
    return refused(
      message(
        inspected.names.includes('content.xml') ? 'reading.file.openDocument' : 'reading.file.notAWorkbook',
      ),
    )
  }
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  try {
    // The library's type asks for the buffer of an older Node; it takes any bytes.
    await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0])
  } catch (error) {
    return refused(
      message('reading.file.broken', { detail: error instanceof Error ? error.message.slice(0, 200) : '' }),
    )
  }
  const tables: RawTable[] = []
  const problems: ReadingProblem[] = []
  let done = 0
  for (const sheet of workbook.worksheets) {
    if (sheet.state !== 'visible') {
      problems.push(
        sheetProblem(name, sheet.name, 'notice', message('reading.sheet.hidden', { sheet: sheet.name })),
      )
      continue
    }
    if (sheet.columnCount > limits.columns && widest(sheet) > limits.columns) {
      const columns = widest(sheet)
      problems.push(
        sheetProblem(
          name,
          sheet.name,
          'error',
          message('reading.file.tooManyColumns', { columns, limit: limits.columns }),
        ),
      )
      continue
    }
    const rows: RawRow[] = []
    for (let number = 1; number <= sheet.rowCount; number++) {
      const row = sheet.findRow(number)
      if (row?.hasValues) rows.push(rowFrom(row))
      if (++done % 1000 === 0) {
        progress.onProgress?.(done, inspected.rows)
        await breathe(progress)
      }
    }
    const hidden = rows.filter((row) => row.hidden)
    if (hidden.length > 0) {
      const params = { rows: hidden.length, first: hidden[0]?.line ?? 0 }
      problems.push(sheetProblem(name, sheet.name, 'notice', message('reading.sheet.hiddenRows', params)))
    }
    tables.push({ name: sheet.name, file: name, sheet: sheet.name, rows })
    problems.push(...formulaProblems(name, sheet.name, rows))
  }
  progress.onProgress?.(inspected.rows, inspected.rows)
  return { tables, problems }
}

function sheetProblem(file: string, sheet: string, severity: Severity, said: Message): ReadingProblem {
  return problemOf(file, sheet, { severity, line: null, column: null, message: said })
}

function problemOf(
  file: string,
  sheet: string | null,
  { severity, line, column, message: said }: GridProblem,
): ReadingProblem {
  return { severity, place: placeOf({ file, sheet }, line, column), message: said }
}

function widest(sheet: Worksheet): number {
  let most = 0
  sheet.eachRow((row) =>
    row.eachCell((cell, column) => void (cell.value !== null && column > most && (most = column))),
  )
  return most
}

function rowFrom(row: SheetRow): RawRow {
  const cells: (RawCell | null)[] = []
  row.eachCell((cell, column) => {
    const made = cellFrom(cell)
    if (made === null) return
    while (cells.length < column - 1) cells.push(null)
    cells[column - 1] = made
  })
  return { line: row.number, hidden: row.hidden === true, cells }
}

function cellFrom(cell: SheetCell): RawCell | null {
  const { value } = cell
  const formula = cell.formula ?? null
  const result = resultOf(value)
  if ((result === null || result === '') && formula === null) return null
  const number =
    typeof result === 'number' && Number.isFinite(result) ? printByFormat(result, cell.numFmt) : null
  const neverComputed = formula !== null && (result === null || result === '')
  const error = neverComputed || (typeof result === 'object' && result !== null && 'error' in result)
  const text = number === null ? textOf(result) : number.text
  const leading = number === null ? Math.floor((/^[\s\u00a0]*/u.exec(text)?.[0].length ?? 0) / 2) : 0
  return {
    text,
    number: number && { value: number.value, decimals: number.decimals, unit: number.unit },
    bold: cell.font?.bold === true,
    indent: (cell.alignment?.indent ?? 0) + leading,
    formula,
    error,
    merged: cell.master !== cell,
  }
}

/** The last computed value of a formula, else the value itself. */
function resultOf(value: CellValue): CellValue {
  if (value === undefined) return null
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if ('formula' in value || 'sharedFormula' in value) return value.result === undefined ? null : value.result
  return value
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  if (typeof value === 'object') {
    if ('richText' in value) return value.richText.map((part) => part.text).join('')
    if ('error' in value) return String(value.error)
    if ('text' in value) return textOf(value.text)
    return ''
  }
  return String(value)
}

/** Formulas that were never computed hold no figure: the file was written by a program that does not calculate. */
function formulaProblems(file: string, sheet: string, rows: readonly RawRow[]): ReadingProblem[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell, at): ReadingProblem[] => {
      if (cell === null || cell.formula === null || cell.text !== '') return []
      const said = message('reading.cell.formulaWithoutValue', { formula: cell.formula })
      return [problemOf(file, sheet, { severity: 'error', line: row.line, column: at + 1, message: said })]
    }),
  )
}
