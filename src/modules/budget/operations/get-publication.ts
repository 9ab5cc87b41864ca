import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { fileFormats } from '../document/render/file-formats.ts'
import { cellKey } from '../document/model/explanations.ts'
import { readContent } from '../store/publication-content.ts'
import { filesOf } from '../store/publication-files.ts'
import { editionOf, editionsAt, readableEdition } from '../store/publications.ts'
import {
  editionNumber,
  editionSummary,
  publicationSlug,
  publishedDocument,
  publishedExplanations,
} from './publication-shapes.ts'
import { versionState } from './shapes.ts'

const about = {
  slug: publicationSlug,
  title: z.string(),
  versionName: z.string(),
  edition: z.number().int(),
  publishedAt: z.iso.datetime(),
  /** Every edition there has been at this address, the first first. */
  editions: z.array(editionSummary),
}

/** A published budget, whole; for everybody. */
export const getPublication = readOperation({
  name: 'get-publication',
  summary: 'A published budget: its document with every figure, its editions and its files.',
  route: 'GET /public/budgets/{slug}',
  policy: { allow: 'everyone' },
  input: z.object({ slug: publicationSlug, edition: editionNumber }),
  output: z.discriminatedUnion('status', [
    z.object({
      ...about,
      status: z.literal('published'),
      state: versionState,
      files: z.array(
        z.object({
          format: z.enum(fileFormats),
          name: z.string(),
          mediaType: z.string(),
          byteCount: z.number().int(),
          sha256: z.string(),
        }),
      ),
      document: publishedDocument,
    }),
    z.object({
      ...about,
      status: z.literal('withdrawn'),
      withdrawnAt: z.iso.datetime(),
      note: z.string(),
    }),
  ]),
  example: ({ budget }) => ({ slug: budget.publicationSlug }),
  async run({ db }, input) {
    const editions = await editionsAt(db, input.slug)
    const chosen = editionOf(editions, input.edition)
    const said = {
      slug: chosen.slug,
      title: chosen.title,
      versionName: chosen.version_name,
      edition: chosen.edition,
      publishedAt: chosen.published_at.toISOString(),
      editions: editions.map((each) => ({
        edition: each.edition,
        publishedAt: each.published_at.toISOString(),
        withdrawn: each.withdrawn_at !== null,
      })),
    }
    if (chosen.withdrawn_at !== null) {
      return {
        ...said,
        status: 'withdrawn' as const,
        withdrawnAt: chosen.withdrawn_at.toISOString(),
        note: chosen.withdrawn_note,
      }
    }
    const files = await filesOf(db, chosen.id)
    const { document } = await readContent(db, chosen.id)
    return {
      ...said,
      status: 'published' as const,
      state: versionState.parse(chosen.state),
      files: fileFormats.flatMap((format) => {
        const file = files.find((each) => each.format === format)
        return file
          ? [
              {
                format,
                name: file.name,
                mediaType: file.media_type,
                byteCount: Number(file.byte_count),
                sha256: file.sha256,
              },
            ]
          : []
      }),
      document,
    }
  },
})

/** How the figures of one row of a published table came about; for everybody. */
export const explainPublishedRow = readOperation({
  name: 'explain-published-row',
  summary:
    'How the figures of a row in a published budget are made up, down to the lines they were read from.',
  route: 'GET /public/budgets/{slug}/explanations',
  policy: { allow: 'everyone' },
  input: z.object({
    slug: publicationSlug,
    edition: editionNumber,
    table: z.string().describe('The table’s key'),
    row: z.string().describe('The row’s key'),
  }),
  output: z.object({ columns: publishedExplanations }),
  example: ({ budget }) => ({ slug: budget.publicationSlug, table: 'path', row: 'ownResult' }),
  async run({ db }, input) {
    const chosen = await readableEdition(db, input.slug, input.edition)
    const { document, explanations } = await readContent(db, chosen.id)
    const table = found(
      [
        document.path,
        document.overview,
        ...document.statements,
        ...document.boards.flatMap((board) => board.table ?? []),
      ].find((each) => each.key === input.table),
    )
    found(table.rows.find((row) => row.key === input.row))
    const cells = explanations[table.key] ?? {}
    return {
      columns: Object.fromEntries(
        table.columns.flatMap((column) => {
          const how = cells[cellKey(input.row, column.key)]
          return how ? [[column.key, how]] : []
        }),
      ),
    }
  },
})
