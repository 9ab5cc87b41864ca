import type { ReactNode } from 'react'
import type { FormProblem } from './page-problem.ts'
import { Notice } from './ui/index.ts'

/**
 * What came of a form: why it could not be carried out, else that it is done.
 * @param done the words that say so; nothing when nothing was done
 * @param sayFields the fields that do not say themselves what is wrong in them: by name, or `any`
 */
export function FormNotices({
  done,
  problem,
  sayFields = [],
}: {
  done?: ReactNode
  problem: FormProblem | null | undefined
  sayFields?: readonly string[] | 'any'
}) {
  if (problem) {
    const said = sayFields === 'any' ? Object.keys(problem.fields) : sayFields
    const fault = said.map((name) => problem.fields[name]).find((each) => each !== undefined)
    return (
      <Notice tone="bad" title={problem.title} live>
        <p>{fault ?? problem.detail}</p>
      </Notice>
    )
  }
  return done ? (
    <Notice tone="good" live>
      <p>{done}</p>
    </Notice>
  ) : null
}
