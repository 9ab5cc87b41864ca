import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { explanationsOf } from '../document/model/explanations.ts'
import { documentFile, renderFiles } from '../document/render/file-formats.ts'
import { renderJson } from '../document/render/json/render-json.ts'
import { bookChanged } from '../store/change-book.ts'
import { compiledVersion } from '../store/compile.ts'
import { documentFingerprint } from '../store/document-fingerprint.ts'
import type { PublicationContent } from '../store/publication-content.ts'
import { nextEdition, tellPublished } from '../store/publications.ts'
import { savePublicationFiles, storeFiles } from '../store/publication-files.ts'
import { readDocument } from '../store/read-document.ts'
import { bookId, versionId } from './shapes.ts'

/**
 * Publishes a version as it is now: everything the public pages show is frozen, and the files are made from the same.
 * An edition never changes; publishing again makes the next one at the same address. What is neither ready nor adopted
 * is published only with a reason, which is kept.
 */
export const publishVersion = writeOperation({
  name: 'publish-version',
  summary: 'Publish a version as public pages and files; each time makes a new edition that never changes.',
  route: 'POST /budget/books/{bookId}/versions/{versionId}/publications',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    overrideReason: z
      .string()
      .trim()
      .max(2000)
      .optional()
      .describe('Why it is published although it is neither ready nor adopted'),
    seen: z
      .string()
      .optional()
      .describe('The fingerprint of what was looked at before; refused when it says something else by now'),
    files: z
      .enum(['now', 'later'])
      .default('now')
      .describe('Whether to wait for the files, or let them be made right afterwards'),
  }),
  output: z.object({ publicationId: z.uuid(), slug: z.string(), edition: z.number().int() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    overrideReason: 'Visas öppet medan styrelsen behandlar förslaget.',
    files: 'later' as const,
  }),
  audit: (input, output) => ({
    kind: 'publication',
    id: output.publicationId,
    detail: {
      slug: output.slug,
      edition: output.edition,
      book: input.bookId,
      override: Boolean(input.overrideReason),
    },
  }),
  async prepare({ read, now, services }, input) {
    const { document, next } = await read(async (db) => {
      const made = await readDocument(db, { ...input, now })
      return { document: made, next: await nextEdition(db, made.book, made.version) }
    })
    const { book, version, faults } = document
    if (version.state === 'archived') throw new Problem('notPossibleNow', { detail: 'publish.archived' })
    if (version.kind === 'scenario') throw new Problem('notPossibleNow', { detail: 'publish.scenario' })
    if (version.state === 'draft' && !input.overrideReason)
      throw new Problem('notPossibleNow', { detail: 'publish.draft' })
    if (!document.model.boards.some((board) => board.base !== null))
      throw new Problem('notPossibleNow', { detail: 'publish.nothing' })
    if (faults.length > 0)
      throw new Problem('notPossibleNow', { detail: 'publish.faults', params: { count: faults.length } })
    const fingerprint = documentFingerprint(document.model)
    if (input.seen !== undefined && input.seen !== fingerprint) throw changed()
    const model = {
      ...document.model,
      colophon: { ...document.model.colophon, edition: next.edition },
    }
    const explanations = explanationsOf(book, version, model)
    const content: PublicationContent = { document: model, explanations }
    const name = `${next.slug}-${next.edition}`
    const json = renderJson(book, version, compiledVersion(book, version).book)
    const look = { hue: document.hue, publicUrl: services.publicUrl }
    const files = await storeFiles(services.files, [
      ...(input.files === 'now' ? await renderFiles(model, explanations, look, name) : []),
      documentFile('json', name, new TextEncoder().encode(json)),
    ])
    return { book, version, next, fingerprint, content, files }
  },
  async run(context, input, { book, version, next, fingerprint, content, files }) {
    const revision = await bookChanged(context, input.bookId, {
      kind: 'publication',
      versionId: input.versionId,
    })
    if (revision !== book.revision + 1n) throw changed()
    const publicationId = newId()
    const part = {
      organisation_id: context.organisationId,
      book_id: book.id,
      publication_id: publicationId,
    }
    await context.db
      .insertInto('budget.publication')
      .values({
        organisation_id: context.organisationId,
        id: publicationId,
        book_id: book.id,
        version_id: version.id,
        slug: next.slug,
        edition: next.edition,
        title: book.title,
        version_name: version.name,
        state: version.state,
        content_fingerprint: fingerprint,
        published_at: context.now,
      })
      .execute()
    await context.db
      .insertInto('budget.publication_content')
      .values({ ...part, content: JSON.stringify(content) })
      .execute()
    await savePublicationFiles(context.db, part, files)
    const { id, name } = actorName(context)
    await context.db
      .insertInto('budget.publication_event')
      .values({
        ...part,
        id: newId(),
        what: 'published',
        reason: version.state === 'draft' ? (input.overrideReason ?? '') : '',
        happened_at: context.now,
        done_by: id,
        done_by_name: name,
      })
      .execute()
    context.afterCommit(() => {
      tellPublished(context.services, 'published', context.organisationId)
      if (input.files === 'later') makeFilesLater(context, publicationId)
    })
    return { publicationId, slug: next.slug, edition: next.edition }
  },
})

/** Nobody waits for it: the queue itself may still be starting. */
function makeFilesLater(
  { services, organisationId }: Pick<Parameters<typeof publishVersion.run>[0], 'services' | 'organisationId'>,
  publicationId: string,
): void {
  services.jobs
    .enqueue({ operation: 'render-publication-files', organisationId, input: { publicationId } })
    .catch((error: unknown) => services.log.error({ error, publicationId }, 'files of a publication'))
}

function changed(): Problem {
  return new Problem('changedMeanwhile', { detail: 'publish.changed' })
}
