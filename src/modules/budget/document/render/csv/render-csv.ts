import JSZip from 'jszip'
import type { DocumentModel } from '../../model/document.ts'
import { csvOf, csvTables } from './csv-tables.ts'
import { csvwFile, csvwMetadata } from './csvw.ts'

/** All tables as CSV files with the file that describes them, in one archive. */
export async function renderCsv(model: DocumentModel): Promise<Uint8Array> {
  const tables = csvTables(model)
  const archive = new JSZip()
  const date = new Date(`${model.colophon.date}T00:00:00Z`)
  for (const table of tables) archive.file(`${table.name}.csv`, csvOf(table), { date })
  archive.file(csvwFile, csvwMetadata(model, tables), { date })
  return archive.generateAsync({ type: 'uint8array', compression: 'DEFLATE' })
}
