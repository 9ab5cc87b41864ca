import type { LoaderFunctionArgs } from 'react-router'
import type { z } from 'zod'
import { fileAnswer } from '#web/file-answer.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { exportRegister } from '../../operations/registers/export-register.ts'
import { exportRemunerations } from '../../operations/registers/export-remunerations.ts'

/** A register as a file to save. */
export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { register, format } = params
  // What is no such register or format is answered by the operation, like everything else.
  const work =
    register === 'remunerations'
      ? visit.call(exportRemunerations, { format } as z.input<typeof exportRemunerations.input>)
      : visit.call(exportRegister, { register, format } as z.input<typeof exportRegister.input>)
  return fileAnswer(await orProblemPage(work))
}
