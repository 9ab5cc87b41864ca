import type { Language } from '../i18n/languages.ts'
import { inputTexts } from './messages/input.ts'
import { problemTexts } from './messages/problem.ts'
import type { InputIssue, Problem, ProblemCode } from './problem.ts'
import type { ModuleTexts } from './registry.ts'
import { sentence } from './sentence.ts'

/** A problem as it is sent: RFC 9457, with the code, what is wrong where, and what the caller needs to go on. */
export type ProblemDocument = {
  /** The address of a section that explains this kind of problem. */
  type: string
  title: string
  status: number
  detail: string
  /** The request's own number, as it stands in the log. */
  instance: string
  code: ProblemCode
  errors?: { detail: string; pointer: string }[]
} & Record<string, unknown>

export type ProblemReader = {
  language: Language
  /** The texts of the module whose operation answered, for its own keys. */
  texts: ModuleTexts | null
  requestId: string
  publicUrl: string
}

/** Puts a problem into words, in the reader's language. */
export function describeProblem(problem: Problem, reader: ProblemReader): ProblemDocument {
  return {
    ...problem.facts,
    type: `${reader.publicUrl}${problemAddress(problem.code)}`,
    title: problemTexts.in(reader.language)(`title.${problem.code}`),
    status: problem.status,
    detail: problemDetail(problem, reader),
    instance: `urn:uuid:${reader.requestId}`,
    code: problem.code,
    ...(problem.issues.length > 0
      ? {
          errors: problem.issues.map((issue) => ({
            detail: issueSentence(issue, reader.language, reader.texts),
            pointer: pointerTo(issue.path),
          })),
        }
      : {}),
  }
}

/** Where the interface's page explains a kind of problem. */
export function problemAddress(code: ProblemCode): string {
  return `/api#problem-${code}`
}

/** The sentence that says most exactly what went wrong and what to do. */
export function problemDetail(
  problem: Problem,
  reader: Pick<ProblemReader, 'language' | 'texts' | 'requestId'>,
): string {
  const exact =
    problem.detail && sentence(reader.texts, reader.language, problem.detail.key, problem.detail.params)
  if (exact) return exact
  return problemTexts.in(reader.language)(`detail.${problem.code}`, {
    requestId: reader.requestId,
    ...problem.detail?.params,
  })
}

/** What is wrong with one field. */
export function issueSentence(issue: InputIssue, language: Language, texts: ModuleTexts | null): string {
  return (
    sentence(texts, language, issue.message, issue.params) ??
    sentence(inputTexts, language, issue.message, issue.params) ??
    issue.message
  )
}

/** A path into the input as a JSON pointer in an address: `['cells', 0, 'a/b']` → `#/cells/0/a~1b` (RFC 6901). */
export function pointerTo(path: InputIssue['path']): string {
  return `#${path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`
}
