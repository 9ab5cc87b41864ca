import { data } from 'react-router'
import { issueSentence, problemDetail } from '#platform/operations/describe-problem.ts'
import { problemTexts } from '#platform/operations/messages/problem.ts'
import { Problem, type ProblemCode } from '#platform/operations/problem.ts'
import type { ModuleTexts } from '#platform/operations/registry.ts'
import type { Visit } from './request-context.ts'
import type { ProblemBody } from './shell/problem-page.tsx'

/**
 * For loaders: runs the work, and turns what the reader may be told into the page that says it. Everything else is
 * a fault of ours and goes on to the log.
 */
export async function orProblemPage<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    throw asProblemPage(error)
  }
}

/** What a form gets back when it could not be carried out, in the reader's language. */
export type FormProblem = {
  code: ProblemCode
  title: string
  detail: string
  /** What is wrong with a field, by its name (for nested input: the names joined by points). */
  fields: Record<string, string>
  facts: Record<string, unknown>
  /** What had been written, so that nobody has to write it again. */
  values: Record<string, string>
}

/**
 * For actions: runs the work; a problem becomes the form's own answer, with the status it has. Somebody whose
 * session has ended is asked to sign in instead.
 * @param texts those of the module whose operation is called
 */
export async function orFormProblem<Result>(
  visit: Pick<Visit, 'language'>,
  texts: ModuleTexts | null,
  form: FormData | null,
  work: () => Promise<Result>,
) {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    if (error.code === 'signInRequired') throw asProblemPage(error)
    return data({ problem: formProblem(error, visit, texts, form) }, { status: error.status })
  }
}

/** The problem as a form shows it. */
export function formProblem(
  problem: Problem,
  { language }: Pick<Visit, 'language'>,
  texts: ModuleTexts | null,
  form: FormData | null,
): FormProblem {
  const values: Record<string, string> = {}
  for (const [name, value] of form ?? []) if (typeof value === 'string') values[name] = value
  const fields: Record<string, string> = {}
  for (const issue of problem.issues) {
    const said = issueSentence(issue, language, texts)
    fields[issue.path.join('.')] ??= said
    const first = String(issue.path[0] ?? '')
    fields[first] ??= said
  }
  return {
    code: problem.code,
    title: problemTexts.in(language)(`title.${problem.code}`),
    detail: problemDetail(problem, { language, texts, requestId: '' }),
    fields,
    facts: problem.facts,
    values,
  }
}

function asProblemPage(error: unknown): unknown {
  if (!(error instanceof Problem)) return error
  const body: ProblemBody = { code: error.code }
  return data(body, { status: error.status })
}
