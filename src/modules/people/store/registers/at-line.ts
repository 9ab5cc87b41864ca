import { organisationTexts } from '#modules/organisation/index.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { sentence } from '#platform/operations/sentence.ts'
import { peopleTexts } from '../../messages/people.ts'

/**
 * Carries out what a line of a file asks for.
 * @throws {Problem} notPossibleNow with the line and why it cannot be: then nothing of the file is read in
 */
export async function atLine<Result>(
  { language }: Pick<OperationContext, 'language'>,
  line: number,
  work: Promise<Result>,
): Promise<Result> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const said = error.detail ?? error.issues?.map(({ message, params }) => ({ key: message, params }))[0]
    const why = said
      ? (sentence(organisationTexts, language, said.key, said.params) ??
        sentence(peopleTexts, language, said.key, said.params) ??
        error.code)
      : error.code
    throw new Problem('notPossibleNow', {
      detail: 'registerImport.line',
      params: { line, why },
      cause: error,
    })
  }
}
