import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { renderFiles } from '../document/render/file-formats.ts'
import { savePublicationFiles, storeFiles } from '../store/publication-files.ts'
import { readContent } from '../store/publication-content.ts'
import { tellPublished } from '../store/publications.ts'

/** Makes the files of an edition that was published without waiting for them. Doing it twice changes nothing. */
export const renderPublicationFiles = writeOperation({
  name: 'render-publication-files',
  summary: 'Make the files of a published edition that has none yet.',
  route: 'POST /budget/publications/{publicationId}/files',
  policy: { allow: 'operator' },
  input: z.object({ publicationId: z.uuid() }),
  output: z.object({ files: z.number().int() }),
  example: ({ budget }) => ({ publicationId: budget.publicationId }),
  audit: (input, output) => ({
    kind: 'publication',
    id: input.publicationId,
    detail: { files: output.files },
  }),
  async prepare({ read, services }, { publicationId }) {
    const { content, publication, hue } = await read(async (db) => ({
      publication: found(
        await db
          .selectFrom('budget.publication')
          .selectAll()
          .where('id', '=', publicationId)
          .executeTakeFirst(),
      ),
      content: await readContent(db, publicationId),
      hue: found(await db.selectFrom('organisation.organisation').select('accent_hue').executeTakeFirst())
        .accent_hue,
    }))
    const files = await renderFiles(
      content.document,
      content.explanations,
      { hue, publicUrl: services.publicUrl },
      `${publication.slug}-${publication.edition}`,
    )
    return { publication, files: await storeFiles(services.files, files) }
  },
  async run(context, input, { publication, files }) {
    const part = {
      organisation_id: context.organisationId,
      book_id: publication.book_id,
      publication_id: input.publicationId,
    }
    await savePublicationFiles(context.db, part, files)
    context.afterCommit(() => tellPublished(context.services, 'files', context.organisationId))
    return { files: files.length }
  },
})
