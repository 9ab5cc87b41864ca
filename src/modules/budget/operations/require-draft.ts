import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'

/**
 * The version, if it may be written in: an adopted or archived one is a fact, not a draft.
 * @throws {Problem} notFound, or notPossibleNow with a sentence about why
 */
export async function requireDraft({ db }: OperationContext, bookId: string, versionId: string) {
  const version = found(
    await db
      .selectFrom('budget.version')
      .select(['id', 'kind', 'state', 'name', 'parent_id'])
      .where('book_id', '=', bookId)
      .where('id', '=', versionId)
      .executeTakeFirst(),
  )
  if (version.state === 'adopted' || version.state === 'archived') {
    throw new Problem('notPossibleNow', {
      detail: `version.${version.state}`,
      params: { name: version.name },
    })
  }
  return version
}
