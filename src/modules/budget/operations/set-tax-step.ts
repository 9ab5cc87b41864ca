import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { budgetWriters } from '../budget-roles.ts'
import { bookChanged, recordEdits } from '../store/change-book.ts'
import { requireDraft } from './require-draft.ts'
import { amountText, bookId, versionId } from './shapes.ts'

/** Adds, changes or removes a step of tax: öre a year against the base proposal's rate (1 öre = 0.01 percentage points). */
export const setTaxStep = writeOperation({
  name: 'set-tax-step',
  summary: 'Add, change or remove a tax step of a version, in öre by year.',
  route: 'PUT /budget/books/{bookId}/versions/{versionId}/tax-steps',
  policy: { allow: 'roles', roles: budgetWriters },
  input: z.object({
    bookId,
    versionId,
    /** Leave out to add a step. */
    taxStepId: z.uuid().optional(),
    expectedRevision: z.number().int().min(0),
    label: z.string().trim().min(1).max(300),
    ore: z.record(z.string().regex(/^\d{4}$/), amountText),
    removed: z.boolean().default(false),
  }),
  output: z.object({ taxStepId: z.uuid(), revision: z.string() }),
  example: ({ budget }) => ({
    bookId: budget.bookId,
    versionId: budget.ownVersionId,
    expectedRevision: 0,
    label: 'Skattehöjning',
    ore: { [budget.year]: '5' },
  }),
  audit: (input, output) => ({
    kind: 'budget',
    id: input.bookId,
    detail: { taxStep: output.taxStepId, label: input.label, removed: input.removed },
  }),
  async run(context, input) {
    const id = input.taxStepId ?? newId()
    const revision = await bookChanged(context, input.bookId, {
      kind: 'years',
      id,
      versionId: input.versionId,
    })
    await requireDraft(context, input.bookId, input.versionId)
    const steps = await context.db
      .selectFrom('budget.tax_step')
      .select(['id', 'label', 'ore', 'revision', 'position'])
      .where('version_id', '=', input.versionId)
      .execute()
    const before = steps.find((step) => step.id === id)
    if (input.taxStepId) found(before)
    if ((before?.revision ?? 0) !== input.expectedRevision) {
      throw new Problem('changedMeanwhile', {
        facts: { label: before?.label ?? '', revision: before?.revision ?? 0 },
      })
    }
    const values = {
      label: input.label,
      ore: JSON.stringify(input.ore),
      revision: input.expectedRevision + 1,
      removed_at: input.removed ? context.now : null,
    }
    await context.db
      .insertInto('budget.tax_step')
      .values({
        organisation_id: context.organisationId,
        id,
        book_id: input.bookId,
        version_id: input.versionId,
        position: Math.max(0, ...steps.map((step) => step.position)) + 1,
        ...values,
      })
      .onConflict((conflict) => conflict.columns(['organisation_id', 'id']).doUpdateSet(values))
      .execute()
    await recordEdits(context, [
      {
        bookId: input.bookId,
        versionId: input.versionId,
        subjectKind: 'tax',
        subjectId: id,
        field: input.removed ? 'removed' : 'step',
        before: before ? `${before.label} ${JSON.stringify(before.ore)}` : null,
        after: input.removed ? null : `${input.label} ${JSON.stringify(input.ore)}`,
      },
    ])
    return { taxStepId: id, revision: String(revision) }
  },
})
