import type { DocumentModel } from '../model/document.ts'
import type { Explanations } from '../model/explanations.ts'
import { documentFormats, renderedFormats, type DocumentFormat, type RenderJob } from './render-job.ts'
import { render } from './renderer.ts'

/** The formats a publication can be saved in, in the order they are offered. */
export const fileFormats = documentFormats

export type FileFormat = DocumentFormat

/** What each format is to a browser, and how its file's name ends. */
const kinds: Record<FileFormat, { mediaType: string; ending: string }> = {
  pdf: { mediaType: 'application/pdf', ending: '.pdf' },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ending: '.docx',
  },
  xlsx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ending: '.xlsx',
  },
  // Several tables and the description of them, in one archive.
  csv: { mediaType: 'application/zip', ending: '-csv.zip' },
  json: { mediaType: 'application/json', ending: '.json' },
}

export type RenderedFile = { format: FileFormat; name: string; mediaType: string; bytes: Uint8Array }

/** A file of a document: `region-stockholm-2025-1.pdf`. */
export function documentFile(format: FileFormat, name: string, bytes: Uint8Array): RenderedFile {
  const { mediaType, ending } = kinds[format]
  return { format, name: `${name}${ending}`, mediaType, bytes }
}

/**
 * Renders a document in all formats that are made from its model alone, one after the other.
 * @param name the files' name, without an ending
 * @throws when one of them cannot be rendered
 */
export async function renderFiles(
  model: DocumentModel,
  explanations: Explanations,
  look: RenderJob['look'],
  name: string,
): Promise<RenderedFile[]> {
  const files: RenderedFile[] = []
  for (const format of renderedFormats) {
    const bytes = await render({
      format,
      model,
      // Nothing else reads them, and they are large to send.
      explanations: format === 'xlsx' ? explanations : {},
      look,
    })
    files.push(documentFile(format, name, bytes))
  }
  return files
}
