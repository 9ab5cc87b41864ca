import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { budgetReaders } from '../budget-roles.ts'
import { documentFingerprint } from '../store/document-fingerprint.ts'
import { nextEdition } from '../store/publications.ts'
import { readDocument } from '../store/read-document.ts'
import { bookId, versionId, versionState } from './shapes.ts'

/** What would be published now, whether it may be, and whether it differs from what the public sees. */
export const previewPublication = readOperation({
  name: 'preview-publication',
  summary: 'What publishing a version now would publish, and whether it differs from its latest edition.',
  route: 'GET /budget/books/{bookId}/versions/{versionId}/publication-preview',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ bookId, versionId }),
  output: z.object({
    state: versionState,
    /** Give it to `publish-version` as `seen`, so that nothing else is published than what was looked at. */
    fingerprint: z.string(),
    slug: z.string(),
    edition: z.number().int(),
    latest: z
      .object({
        id: z.uuid(),
        edition: z.number().int(),
        publishedAt: z.iso.datetime(),
        withdrawn: z.boolean(),
        differs: z.boolean(),
      })
      .nullable(),
    contents: z.object({
      boards: z.number().int(),
      reforms: z.number().int(),
      assignments: z.number().int(),
      chapters: z.number().int(),
      statements: z.number().int(),
      openFindings: z.number().int(),
      acceptedFindings: z.number().int(),
    }),
    /** The chapters whose text points to something that is not there. */
    faultyChapters: z.array(z.string()),
    approvedBy: z.array(z.string()),
    waitingFor: z.array(z.string()),
  }),
  example: ({ budget }) => ({ bookId: budget.bookId, versionId: budget.ownVersionId }),
  async run({ db, now }, input) {
    const { model, faults, book, version } = await readDocument(db, { ...input, now })
    const { slug, edition, latest } = await nextEdition(db, book, version)
    const fingerprint = documentFingerprint(model)
    const asked = await db
      .selectFrom('budget.sign_off_body')
      .select('body_name')
      .where('version_id', '=', version.id)
      .orderBy('position')
      .execute()
    const approvedBy = model.colophon.signOffs.map((each) => each.body)
    const faulty = new Set(faults.map((fault) => fault.chapterId))
    return {
      state: version.state,
      fingerprint,
      slug,
      edition,
      latest: latest && {
        id: latest.id,
        edition: latest.edition,
        publishedAt: latest.published_at.toISOString(),
        withdrawn: latest.withdrawn_at !== null,
        differs: latest.content_fingerprint !== fingerprint,
      },
      contents: {
        boards: model.boards.filter((board) => board.base !== null).length,
        reforms: model.reforms.length,
        assignments: model.assignments.length,
        chapters: model.chapters.length,
        statements: model.statements.length,
        openFindings: model.findings.open.length,
        acceptedFindings: model.findings.accepted.length,
      },
      faultyChapters: version.chapters
        .filter((chapter) => faulty.has(chapter.id))
        .map((chapter) => `${chapter.number}. ${chapter.title}`),
      approvedBy,
      waitingFor: asked.map((each) => each.body_name).filter((name) => !approvedBy.includes(name)),
    }
  },
})
