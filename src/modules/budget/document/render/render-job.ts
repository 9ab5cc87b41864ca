import type { DocumentModel } from '../model/document.ts'
import type { Explanations } from '../model/explanations.ts'

/** The formats that are rendered apart from the server, because they take time or run a compiler. */
export const renderedFormats = ['pdf', 'docx', 'xlsx', 'csv'] as const

export type RenderedFormat = (typeof renderedFormats)[number]

/** Everything a document can be taken out as; CSV is an archive of one file a table and one that describes them. */
export const documentFormats = [...renderedFormats, 'json'] as const

export type DocumentFormat = (typeof documentFormats)[number]

export type RenderJob = {
  format: RenderedFormat
  model: DocumentModel
  /** Only the workbook asks for it. */
  explanations: Explanations
  look: { hue: number; publicUrl: string }
}
