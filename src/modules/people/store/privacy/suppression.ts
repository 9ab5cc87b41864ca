import type { OperationContext } from '#platform/operations/context.ts'
import { personalNumberMark } from '../person-rows.ts'

/** What somebody can be recognised by: contacts as the rules read them, a personal number as `19121212-1212`. */
export type Recognised = {
  emails?: readonly string[]
  phones?: readonly string[]
  personalNumber?: string | null
}

type Hash = { services: { keyedHash(text: string): string } }

/** The marks of somebody: keyed hashes that tell nothing to one who has only the database. */
export function suppressionMarks(
  { services }: Hash,
  { emails, phones, personalNumber }: Recognised,
): string[] {
  const words = [
    ...(emails ?? []).map((each) => `email ${each.toLowerCase()}`),
    ...(phones ?? []).map((each) => `phone ${each}`),
    ...(personalNumber ? [personalNumberMark(personalNumber)] : []),
  ]
  return words.map((each) => services.keyedHash(`suppressed ${each}`))
}

/**
 * Which of these marks are of somebody who has been erased or has objected: an import leaves them out and says so.
 * @param marks from `suppressionMarks`, any number
 */
export async function suppressedAmong(
  { db }: Pick<OperationContext, 'db'>,
  marks: readonly string[],
): Promise<ReadonlySet<string>> {
  if (marks.length === 0) return new Set()
  const rows = await db
    .selectFrom('people.suppression')
    .select('mark')
    .where((where) => where('mark', '=', where.fn.any(where.val([...marks]))))
    .execute()
  return new Set(rows.map((row) => row.mark))
}

/** Is this somebody who has been erased, or has objected, and is not to be written down again unasked? */
export async function isSuppressed(
  context: Pick<OperationContext, 'db' | 'services'>,
  who: Recognised,
): Promise<boolean> {
  return (await suppressedAmong(context, suppressionMarks(context, who))).size > 0
}

/**
 * Keeps somebody out from now on.
 * @param erasureId what all marks of one erasure have in common, so that they are lifted together
 */
export async function suppress(
  context: OperationContext,
  who: Recognised,
  reason: 'erased' | 'objection',
  erasureId: string,
): Promise<void> {
  const marks = [...new Set(suppressionMarks(context, who))]
  if (marks.length === 0) return
  const { db, now, organisationId } = context
  await db
    .insertInto('people.suppression')
    .values(
      marks.map((mark) => ({
        organisation_id: organisationId,
        mark,
        since: now,
        reason,
        erasure_id: erasureId,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/**
 * Somebody has come back by their own will (an application whose address they have confirmed, or their word to a
 * registrar): what else their erasure left is lifted with it.
 * @param who what they are sure to be recognised by: not a telephone that others may share
 */
export async function liftSuppression(
  context: Pick<OperationContext, 'db' | 'services'>,
  who: Recognised,
): Promise<void> {
  const marks = suppressionMarks(context, who)
  if (marks.length === 0) return
  await context.db
    .deleteFrom('people.suppression')
    .where((where) => {
      const theirs = where('mark', '=', where.fn.any(where.val(marks)))
      const sameErasure = where
        .selectFrom('people.suppression')
        .select('erasure_id')
        .where('mark', '=', where.fn.any(where.val(marks)))
      return where.or([theirs, where('erasure_id', 'in', sameErasure)])
    })
    .execute()
}
