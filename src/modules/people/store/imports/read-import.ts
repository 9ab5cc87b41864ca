import { setImmediate as others } from 'node:timers/promises'
import { today } from '#platform/dates.ts'
import type { PrepareContext } from '#platform/operations/context.ts'
import { RunningReadings, type Running } from '#platform/running-readings.ts'
import {
  firstOfEach,
  headingRow,
  proposedColumns,
  repeatedHeadings,
  type ColumnMeaning,
} from '../../rules/imports/columns.ts'
import type { OwnFieldKind } from '../../rules/imports/own-value.ts'
import { readRow } from '../../rules/imports/read-row.ts'
import { SamePerson, type RowOutcome } from '../../rules/imports/same-person.ts'
import type { ImportedPerson } from '../../rules/imports/imported-person.ts'
import { openSealed, readOwnFields, readRun, saidColumns, type ImportRun } from './import-run.ts'
import { rememberedColumns } from './remember-columns.ts'
import { readFile, type RawTable } from './read-file.ts'

/** A file as it was understood, before anybody in the register is looked for. */
export type FileRead = {
  encoding: RawTable['encoding']
  otherLines: number[]
  headings: string[]
  repeated: { heading: string; columns: number[] }[]
  columns: ColumnMeaning[]
  /** The first rows under the headings, as they stand. */
  firstRows: string[][]
  /** Rows that are not empty, under the headings. */
  rowCount: number
  persons: ImportedPerson[]
  skipped: RowOutcome[]
  refused: RowOutcome[]
}

/** A run and what its file holds. */
export type ImportRead = { run: ImportRun; fields: OwnFieldKind[]; file: FileRead }

/** The last files that were read: to look again, and then to read in, is one reading. */
const readings = new RunningReadings<FileRead>(3)
const rawTables = new RunningReadings<RawTable>(2)

/**
 * Reads a run's file by what its columns are said to mean. The same file and columns are read once.
 * @throws {Problem} notFound when the run is not there, or not for this caller; what is wrong with the file
 */
export async function readImport(
  context: PrepareContext,
  runId: string,
): Promise<{ run: ImportRun; fields: OwnFieldKind[]; running: Running<FileRead> }> {
  const { run, fields } = await context.read(async (db) => ({
    run: await readRun(db, runId),
    fields: await readOwnFields(db),
  }))
  const day = today(context.now)
  const said = saidColumns(run)
  const key = JSON.stringify([run.sha256, run.id, said, fields, day])
  const running = readings.join(key, async (report, signal) => {
    const table = await rawTable(context, run, (share) => report(share / 2)).result
    const heads = headingsOf(table, fields)
    const columns = said ?? (await context.read((db) => rememberedColumns(db, heads.headings)))
    return understood(
      table,
      { ...heads, said: columns, fields, day },
      (share) => report(0.5 + share / 2),
      signal,
    )
  })
  // Who only asks how far it has come does not wait for the end: a failure is told when somebody does.
  running.result.catch(() => undefined)
  return { run, fields, running }
}

/** The rows of a run's file as they stand in it. */
export function rawTable(
  { services }: Pick<PrepareContext, 'services'>,
  run: Pick<ImportRun, 'sha256' | 'id'>,
  onShare: (share: number) => void = () => undefined,
): Running<RawTable> {
  return rawTables.join(JSON.stringify([run.id, run.sha256]), async (_, signal) =>
    readFile(await openSealed(services, run.sha256), { report: onShare, signal }),
  )
}

const rowsAStep = 500

/** The row that heads the columns, and what stands in it. */
export function headingsOf(
  table: RawTable,
  fields: readonly OwnFieldKind[],
): { at: number; headings: string[] } {
  const at = headingRow(
    table.rows.slice(0, 10).map(({ cells }) => cells),
    fields,
  )
  return { at, headings: (table.rows[at]?.cells ?? []).map((cell) => cell.trim()) }
}

type Understanding = {
  at: number
  headings: string[]
  said: ColumnMeaning[] | null
  fields: OwnFieldKind[]
  day: string
}

async function understood(
  table: RawTable,
  { at, headings, said, fields, day }: Understanding,
  report: (share: number) => void,
  signal: AbortSignal,
): Promise<FileRead> {
  const columns = said
    ? firstOfEach(headings.map((_, column) => said[column] ?? 'ignore'))
    : proposedColumns(headings, fields)
  const same = new SamePerson()
  const refused: RowOutcome[] = []
  const firstRows: string[][] = []
  let rowCount = 0
  for (const [place, { line, cells }] of table.rows.entries()) {
    if (place <= at || cells.every((cell) => cell.trim() === '')) continue
    rowCount += 1
    if (firstRows.length < 5) firstRows.push(cells)
    const read = readRow(cells, line, { columns, fields, today: day })
    if ('person' in read) same.add(read.person)
    else refused.push({ line, reasons: read.reasons })
    if (rowCount % rowsAStep !== 0) continue
    report(place / table.rows.length)
    await others()
    signal.throwIfAborted()
  }
  return {
    encoding: table.encoding,
    otherLines: table.otherLines,
    headings,
    repeated: repeatedHeadings(headings),
    columns,
    firstRows,
    rowCount,
    persons: same.persons,
    skipped: same.skipped,
    refused: [...refused, ...same.refused],
  }
}
