import type { ActionFunctionArgs } from 'react-router'
import { z } from 'zod'
import { Problem } from '#platform/operations/problem.ts'
import { formProblem } from '#web/page-problem.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { removeAdjustment } from '../../operations/remove-adjustment.ts'
import { reorderAdjustments } from '../../operations/reorder-adjustments.ts'
import { setAmounts } from '../../operations/set-amounts.ts'
import { updateAdjustment } from '../../operations/update-adjustment.ts'
import { bookAndVersion, type BookAndVersion } from '../book/book-of.ts'
import type { ChangeAnswer } from './sync.ts'

const change = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('amounts'), cells: setAmounts.input.shape.cells }),
  z.object({
    kind: z.literal('label'),
    adjustmentId: z.uuid(),
    label: z.string(),
    expectedRevision: z.number().int(),
  }),
  z.object({ kind: z.literal('order'), adjustmentIds: z.array(z.uuid()) }),
  z.object({ kind: z.literal('removal'), adjustmentId: z.uuid(), removed: z.boolean() }),
])

/** Takes one change from the grid and says whether it is saved. */
export async function action(args: ActionFunctionArgs) {
  const found = await bookAndVersion(args)
  const read = change.safeParse(await args.request.json().catch(() => null))
  if (!read.success) return answer(problemOf(new Problem('invalidInput'), found), 422)
  try {
    return answer(await carryOut(found, read.data), 200)
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'unavailable') throw error
    const conflicts = error.facts['conflicts']
    if (error.code === 'changedMeanwhile' && Array.isArray(conflicts)) {
      return answer({ outcome: 'conflict', conflicts: conflicts as Conflicts }, 409)
    }
    return answer(problemOf(error, found), error.status)
  }
}

type Conflicts = Extract<ChangeAnswer, { outcome: 'conflict' }>['conflicts']

async function carryOut(
  { visit, book, version }: BookAndVersion,
  wanted: z.output<typeof change>,
): Promise<ChangeAnswer> {
  const target = { bookId: book.id, versionId: version.id }
  switch (wanted.kind) {
    case 'amounts': {
      const { cells } = await visit.call(setAmounts, { ...target, cells: wanted.cells })
      return { outcome: 'saved', cells }
    }
    case 'label': {
      const { adjustmentId, expectedRevision, label } = wanted
      const { rowRevision } = await visit.call(updateAdjustment, {
        ...target,
        adjustmentId,
        expectedRevision,
        changes: { label },
      })
      return { outcome: 'saved', rowRevision }
    }
    case 'order':
      await visit.call(reorderAdjustments, { ...target, adjustmentIds: wanted.adjustmentIds })
      return { outcome: 'saved' }
    case 'removal':
      await visit.call(removeAdjustment, {
        ...target,
        adjustmentId: wanted.adjustmentId,
        removed: wanted.removed,
      })
      return { outcome: 'saved' }
  }
}

function problemOf(problem: Problem, { visit }: BookAndVersion): ChangeAnswer {
  const { title, detail } = formProblem(problem, visit, budgetTexts, null)
  return { outcome: 'problem', title, detail }
}

function answer(body: ChangeAnswer, status: number): Response {
  return Response.json(body, { status })
}
