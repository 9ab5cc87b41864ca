import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { fileFormats } from '../document/render/file-formats.ts'
import { filesOf } from '../store/publication-files.ts'
import { readableEdition } from '../store/publications.ts'
import { editionNumber, publicationSlug } from './publication-shapes.ts'

/** A file of a published budget; for everybody. */
export const getPublicationFile = readOperation({
  name: 'get-publication-file',
  summary: 'A published budget as a file: PDF, Word, workbook, CSV tables or JSON.',
  route: 'GET /public/budgets/{slug}/files/{format}',
  policy: { allow: 'everyone' },
  input: z.object({ slug: publicationSlug, format: z.enum(fileFormats), edition: editionNumber }),
  output: z.file(),
  example: ({ budget }) => ({ slug: budget.publicationSlug, format: 'json' as const }),
  async run({ db, services }, input) {
    const chosen = await readableEdition(db, input.slug, input.edition)
    const file = (await filesOf(db, chosen.id)).find((each) => each.format === input.format)
    if (!file) throw new Problem('notFound', { detail: 'publish.fileNotMade' })
    const bytes = found(await services.files.get(file.sha256))
    return new File([bytes as Uint8Array<ArrayBuffer>], file.name, { type: file.media_type })
  },
})
