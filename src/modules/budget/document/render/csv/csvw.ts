import { harmless } from '#platform/files/csv-text.ts'
import type { DocumentModel } from '../../model/document.ts'
import { editionOf } from '../words.ts'
import type { CsvTable } from './csv-tables.ts'

/** The name of the file that says what the others hold. */
export const csvwFile = 'metadata.json'

/**
 * What the CSV files hold, for machines (CSV on the Web, W3C recommendation of 2015): how they are written, each
 * column's name, title and type, and where they come from.
 */
export function csvwMetadata(model: DocumentModel, tables: readonly CsvTable[]): string {
  const metadata = {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'sv' }],
    'dc:title': `${model.title}: ${model.version}`,
    'dc:publisher': model.organisation,
    'dc:subject': model.jurisdiction,
    'dc:issued': model.colophon.date,
    'dc:description': editionOf(model),
    'dc:source': model.colophon.sources,
    dialect: { delimiter: ';', header: true, encoding: 'utf-8', lineTerminators: ['\r\n'] },
    tables: tables.map((table) => ({
      url: `${table.name}.csv`,
      'dc:title': table.title,
      tableSchema: {
        columns: table.columns.map(({ name, title, holds }) => ({
          name,
          // Exactly as it stands in the file, or a program finds no such column.
          titles: harmless(title),
          datatype:
            holds === 'decimal'
              ? { base: 'decimal', format: { decimalChar: ',', pattern: '0.0#########' } }
              : holds === 'integer'
                ? 'integer'
                : 'string',
          ...(holds === 'text' ? {} : { null: '' }),
        })),
      },
    })),
  }
  return `${JSON.stringify(metadata, null, 1)}\n`
}
