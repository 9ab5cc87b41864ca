import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import type { Language } from '#platform/i18n/languages.ts'
import { found } from '#platform/operations/problem.ts'
import { budgetReaders } from '../budget-roles.ts'
import type { ChapterFault } from '../document/model/chapters.ts'
import { readText } from '../document/text/read-text.ts'
import { typedAmounts } from '../document/text/typed-amounts.ts'
import { documentTexts } from '../messages/document.ts'
import { readDocument, type ReadDocument } from '../store/read-document.ts'
import {
  assignmentShape,
  chapterFault,
  chapterShape,
  documentVersion,
  typedAmount,
} from './document-shapes.ts'
import { bookId, versionId } from './shapes.ts'

/**
 * A version's document as it would be printed now: its chapters with every amount filled in, its assignments numbered
 * per board, and what has to be put right first.
 */
export const getDocument = readOperation({
  name: 'get-document',
  summary:
    "A version's chapters with amounts filled in, its numbered assignments, and what is wrong in its texts.",
  route: 'GET /budget/books/{bookId}/versions/{versionId}/document',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({ bookId, versionId }),
  output: z.object({
    version: documentVersion,
    chapters: z.array(chapterShape),
    assignments: z.array(assignmentShape),
    /** The bodies that have money or an assignment, as the text and the assignments name them. */
    boards: z.array(z.object({ slug: z.string(), name: z.string() })),
    faults: z.array(chapterFault),
    typedAmounts: z.array(typedAmount),
    openFindings: z.number().int(),
  }),
  example: ({ budget }) => ({ bookId: budget.bookId, versionId: budget.ownVersionId }),
  prepare: (context, { bookId: book, versionId: version }) =>
    context.read((db) => readDocument(db, { bookId: book, versionId: version, now: context.now })),
  async run({ language }, _input, document) {
    const { id, slug, name, kind, state } = document.version
    return {
      version: { id, slug, name, kind, state },
      chapters: chaptersOf(document),
      assignments: assignmentsOf(document),
      boards: document.model.boards.map((board) => ({ slug: board.slug, name: board.name })),
      faults: document.faults.map((fault) => described(fault, language)),
      typedAmounts: document.version.chapters.flatMap((chapter) =>
        typedAmounts(readText(chapter.text).blocks).map((typed) => ({ chapterId: chapter.id, ...typed })),
      ),
      openFindings: document.model.findings.open.length,
    }
  },
})

function chaptersOf({ book, version, model }: ReadDocument): z.input<typeof chapterShape>[] {
  return model.chapters.map((chapter) => {
    const stored = found(version.chapters.find((each) => each.id === chapter.id))
    const board = book.publicBoards.find((each) => each.id === stored.publicBoardId)
    return {
      id: chapter.id,
      number: chapter.number,
      title: chapter.title,
      board: board ? { id: board.id, slug: board.slug, name: board.name } : null,
      revision: stored.revision,
      words: chapter.words,
      source: stored.text,
      text: chapter.text,
    }
  })
}

function assignmentsOf({ version, model }: ReadDocument): z.input<typeof assignmentShape>[] {
  const revisions = new Map(version.assignments.map((each) => [each.id, each.revision]))
  return model.assignments.map(({ source: _source, ...assignment }) => ({
    ...assignment,
    revision: revisions.get(assignment.id) ?? 0,
  }))
}

/** A fault as a sentence for whoever writes the text. */
function described({ chapterId, at, fault }: ChapterFault, language: Language): z.input<typeof chapterFault> {
  const t = documentTexts.in(language)
  if (fault.of === 'text') {
    const { key, read } = fault.fault
    return { chapterId, at, read, says: t(`fault.${key}`, { read }) }
  }
  const { key, params } = fault.fault
  return { chapterId, at, read: fault.source, says: t(`fault.${key}`, params) }
}
