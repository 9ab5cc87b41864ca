import { documentTexts } from '../../messages/document.ts'
import type { DocumentModel, DocumentTable } from '../model/document.ts'
import { resultRows } from './words.ts'

/** Each year's result as a table, one row a part of it. Parts that no year has are left out. */
export function resultTable(model: DocumentModel): DocumentTable {
  return {
    key: 'results',
    slug: 'resultat-per-ar',
    title: documentTexts.in('sv')('part.results'),
    kind: 'results',
    body: null,
    unit: model.unit,
    columns: model.years.map((year, at) => ({
      key: String(year),
      label: model.yearLabels[at] ?? String(year),
      year,
      kind: at === 0 ? 'budget' : 'plan',
    })),
    rows: resultRows
      .map(({ key, label, kind }) => ({
        key,
        anchor: key,
        label,
        kind,
        about: null,
        cells: model.results.map((year) => year[key]),
      }))
      .filter((row) => row.cells.some((cell) => cell !== null)),
  }
}
