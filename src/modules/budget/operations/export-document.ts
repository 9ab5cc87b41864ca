import { z } from 'zod'
import { exportOperation } from '#platform/operations/operation.ts'
import type { PrepareContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { slugOf } from '#platform/slug.ts'
import { budgetReaders } from '../budget-roles.ts'
import { explanationsOf } from '../document/model/explanations.ts'
import { documentFile } from '../document/render/file-formats.ts'
import { renderJson } from '../document/render/json/render-json.ts'
import { documentFormats, type DocumentFormat } from '../document/render/render-job.ts'
import { render } from '../document/render/renderer.ts'
import { compiledVersion } from '../store/compile.ts'
import { readDocument, type ReadDocument } from '../store/read-document.ts'
import { bookId, versionId } from './shapes.ts'

/**
 * A version's whole document as a file, every format from the same figures. A scenario is a way to try figures and has
 * no texts of its own: it is adopted first.
 */
export const exportDocument = exportOperation({
  name: 'export-document',
  summary: "A version's document as PDF, Word, workbook, CSV (an archive) or JSON.",
  route: 'GET /budget/books/{bookId}/versions/{versionId}/document/{format}',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ bookId, versionId, format: z.enum(documentFormats) }),
  output: z.file(),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    format: 'json' as const,
  }),
  audit: (input, file) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { version: input.versionId, format: input.format, file: file.name },
  }),
  async prepare(context, input) {
    const document = await context.read((db) => readDocument(db, { ...input, now: context.now }))
    const { book, version } = document
    if (version.kind === 'scenario') {
      throw new Problem('notPossibleNow', { detail: 'document.scenario', params: { name: version.name } })
    }
    const bytes = await bytesOf(document, input.format, context)
    const title = slugOf(`${book.jurisdiction} ${book.title} ${version.name}`)
    const { name, mediaType } = documentFile(input.format, title, bytes)
    return new File([bytes], name, { type: mediaType })
  },
  async run(_context, _input, file) {
    return file
  },
})

async function bytesOf(
  { book, version, model, hue }: ReadDocument,
  format: DocumentFormat,
  { services }: PrepareContext,
): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'json') {
    return new TextEncoder().encode(renderJson(book, version, compiledVersion(book, version).book))
  }
  const explanations = format === 'xlsx' ? explanationsOf(book, version, model) : {}
  const bytes = await render({ format, model, explanations, look: { hue, publicUrl: services.publicUrl } })
  return new Uint8Array(bytes)
}
