import type { LoaderFunctionArgs } from 'react-router'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportPopolo } from '../../operations/posts/export-popolo.ts'

/** Bodies, posts and mandates as a file in the shape of the Popolo specification. */
export async function loader({ context }: LoaderFunctionArgs) {
  const { file } = await orProblemPage(visitOf({ context }).call(exportPopolo, {}))
  return fileAnswer(file)
}
