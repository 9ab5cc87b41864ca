import { data } from 'react-router'
import { Problem, type InputIssue, type ProblemCode } from '#platform/operations/problem.ts'
import type { ProblemBody } from './shell/problem-page.tsx'

/**
 * For loaders: runs the work, and turns what the reader may be told into the page that says it. Everything else is
 * a fault of ours and goes on to the log.
 */
export async function orProblemPage<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (error instanceof Problem) throw data(problemBody(error), { status: error.status })
    throw error
  }
}

/** What a form gets back when it could not be carried out: what went wrong, where, and what had been written. */
export type FormProblem = {
  code: ProblemCode
  detail: { key: string; params: Record<string, string | number | boolean> } | null
  issues: InputIssue[]
  facts: Record<string, unknown>
  values: Record<string, string>
}

/**
 * For actions: runs the work; a problem becomes the form's own answer, with the status it has and with what had
 * been written in the fields, so that nobody has to write it again.
 */
export async function orFormProblem<Result>(form: FormData | null, work: () => Promise<Result>) {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.code === 'signInRequired') throw data(problemBody(error), { status: error.status })
    const values: Record<string, string> = {}
    for (const [name, value] of form ?? []) if (typeof value === 'string') values[name] = value
    const problem: FormProblem = {
      code: error.code,
      detail: error.detail,
      issues: error.issues,
      facts: error.facts,
      values,
    }
    return data({ problem }, { status: error.status })
  }
}

/** The issue at a field, found by the last name in its path. */
export function issueAt(problem: FormProblem | undefined, field: string): InputIssue | undefined {
  return problem?.issues.find((issue) => issue.path.at(-1) === field || issue.path[0] === field)
}

function problemBody(problem: Problem): ProblemBody {
  return { code: problem.code }
}
