import { redirect, type ActionFunctionArgs } from 'react-router'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportEverything } from '../../operations/registers/export-everything.ts'

/** Who opens the file's address is led to the page that says what it is. */
export const loader = () => redirect('/system/everything')

/** Everything the organisation has recorded, as a file to save. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await request.formData()
  const file = await orProblemPage(
    visitOf({ context }).call(exportEverything, {
      purpose: String(form.get('purpose') ?? ''),
      withPersonalNumbers: form.has('withPersonalNumbers'),
    }),
  )
  return fileAnswer(file)
}
