import { z } from 'zod'
import { readOperation } from '#platform/operations/operation.ts'
import { budgetReaders } from '../budget-roles.ts'
import { choiceGroups, referenceChoices } from '../document/references/choices.ts'
import { documentTexts } from '../messages/document.ts'
import { readDocument } from '../store/read-document.ts'
import { bookId, versionId } from './shapes.ts'

/** Of one group; more than this nobody reads: searching narrows it. */
const mostOfGroup = 400

/** What the texts of a version can refer to, ready to be put into a chapter. */
export const listReferences = readOperation({
  name: 'list-references',
  summary: "What a version's texts can refer to, each as it is written and what it prints now.",
  route: 'GET /budget/books/{bookId}/versions/{versionId}/references',
  policy: { allow: 'roles', roles: budgetReaders },
  input: z.object({
    bookId,
    versionId,
    find: z
      .string()
      .trim()
      .max(200)
      .default('')
      .describe('Words; the cells of all tables are listed only for words'),
  }),
  output: z.object({
    groups: z.array(
      z.object({
        group: z.enum(choiceGroups),
        choices: z.array(z.object({ label: z.string(), text: z.string(), printed: z.string().nullable() })),
        /** How many there are, when not all are shown. */
        found: z.number().int(),
      }),
    ),
  }),
  example: ({ budget }) => ({ bookId: budget.bookId, versionId: budget.ownVersionId }),
  prepare: (context, { bookId: book, versionId: version }) =>
    context.read((db) => readDocument(db, { bookId: book, versionId: version, now: context.now })),
  async run({ language }, { find }, { data }) {
    return {
      groups: referenceChoices(data, documentTexts.in(language), find).map(({ group, choices }) => ({
        group,
        choices: choices.slice(0, mostOfGroup),
        found: choices.length,
      })),
    }
  },
})
