import type { ReactNode } from 'react'
import type { FormProblem } from './page-problem.ts'
import { Notice } from './ui/index.ts'

/**
 * What came of a form: why it could not be carried out, else that it is done.
 * @param done the words that say so; nothing when nothing was done
 * @param sayField the first fault of a field is said here, for forms whose fields do not say it themselves
 */
export function FormNotices({
  done,
  problem,
  sayField,
}: {
  done?: ReactNode
  problem: FormProblem | undefined
  sayField?: boolean
}) {
  if (problem) {
    const fault = sayField ? Object.values(problem.fields)[0] : undefined
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
