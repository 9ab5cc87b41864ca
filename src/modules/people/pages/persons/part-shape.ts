import type { z } from 'zod'
import type { FormProblem } from '#web/page-problem.ts'
import type { recordShape } from '../../operations/persons/record-shape.ts'

/** A person's record as a page has it. */
export type ShownRecord = z.output<typeof recordShape>

/** A part of the page: the record, whether it may be changed, and what went wrong in which form. */
export type PartProps = { record: ShownRecord; problem: FormProblem | undefined }

/** The problem, when it was in this form: what was written belongs there. */
export function problemIn(
  problem: FormProblem | undefined,
  change: string,
  about?: { name: string; value: string },
): FormProblem | undefined {
  if (problem?.values['change'] !== change) return undefined
  return about && problem.values[about.name] !== about.value ? undefined : problem
}
