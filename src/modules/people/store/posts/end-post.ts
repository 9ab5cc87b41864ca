import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import type { Shield } from '../record-event.ts'

type PostTable = 'people.role_term' | 'people.public_mandate' | 'people.remuneration' | 'people.body_member'

export type PostRow = { id: string; validFrom: string; validTo: string | null; person: Shield }

/**
 * The row a change is about, locked until the change is written.
 * @throws {Problem} notFound when there is none, none for this caller, or it was taken back
 */
export async function postForChange(
  { db }: Pick<OperationContext, 'db'>,
  table: PostTable,
  id: string,
): Promise<PostRow> {
  const row = found(
    await db
      .selectFrom(table)
      .select(['id', 'valid_from', 'valid_to', 'person_id', 'home_unit_id', 'protected'])
      .where('id', '=', id)
      .where('replaced_at', 'is', null)
      .forUpdate()
      .executeTakeFirst(),
  )
  return {
    id: row.id,
    validFrom: row.valid_from,
    validTo: row.valid_to,
    person: { id: row.person_id, homeUnitId: row.home_unit_id, protected: row.protected },
  }
}

/**
 * Lets a row have its last day.
 * @throws {Problem} notPossibleNow when it has one before, invalidInput when the day is before its first
 */
export function requireMayEnd(row: PostRow, lastDay: string): void {
  if (row.validTo !== null && row.validTo <= lastDay) {
    throw new Problem('notPossibleNow', { detail: 'post.ended' })
  }
  if (lastDay < row.validFrom) {
    throw new Problem('invalidInput', { issues: [{ path: ['lastDay'], message: 'post.endsBeforeItBegins' }] })
  }
}

/** Ends what somebody is paid for a post after its last day; what had not begun by then is taken back. */
export async function endPaidFor(
  { db, now }: Pick<OperationContext, 'db' | 'now'>,
  post: { mandateId: string } | { roleTermId: string },
  lastDay: string,
  reason: string,
): Promise<void> {
  const [column, id] =
    'mandateId' in post
      ? (['mandate_id', post.mandateId] as const)
      : (['role_term_id', post.roleTermId] as const)
  const open = () =>
    db
      .updateTable('people.remuneration')
      .where(column, '=', id)
      .where('replaced_at', 'is', null)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>', lastDay)]))
  await open().set({ replaced_at: now }).where('valid_from', '>', lastDay).execute()
  await open().set({ valid_to: lastDay, ended_reason: reason }).where('valid_from', '<=', lastDay).execute()
}
