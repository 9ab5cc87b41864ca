import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { Problem } from '#platform/operations/problem.ts'
import { upwardsFrom } from './units.ts'
import type { Welcomer } from './welcomers.ts'

export type TaskInUnit = { id: string; unitId: string }

/**
 * The tasks to be given to somebody, locked, the most urgent first.
 * @throws {Problem} notFound when one of them is none, or not the caller's to give
 */
export async function tasksToGive(
  { db }: Pick<OperationContext, 'db'>,
  taskIds: readonly string[],
): Promise<TaskInUnit[]> {
  const tasks = await db
    .selectFrom('people.welcome_task')
    .select(['id', 'unit_id as unitId'])
    .where('id', 'in', [...taskIds])
    .orderBy('due_on')
    .orderBy('id')
    .forUpdate()
    .execute()
  if (tasks.length !== new Set(taskIds).size) throw new Problem('notFound')
  return tasks
}

/** Is somebody trusted with the unit that answers for a task, in it or above it? What nobody sees, nobody does. */
export async function reachOfWelcomers({ db }: Pick<OperationContext, 'db'>) {
  const units = await db.selectFrom('organisation.unit').select(['id', 'parent_id as parentId']).execute()
  return (welcomer: Pick<Welcomer, 'unitIds'>, { unitId }: TaskInUnit): boolean =>
    upwardsFrom(units, unitId).some((each) => welcomer.unitIds.includes(each))
}

/** How many new members wait for each of those who meet them. */
export async function waitingFor(
  { db }: Pick<OperationContext, 'db'>,
  userIds: readonly string[],
): Promise<Map<string, number>> {
  if (userIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('people.welcome_task')
    .select((row) => ['assignee_user_id as userId', row.fn.countAll<string>().as('waiting')])
    .where('assignee_user_id', 'in', [...userIds])
    .where('state', 'in', ['open', 'tried'])
    .groupBy('assignee_user_id')
    .execute()
  return new Map(rows.map(({ userId, waiting }) => [userId ?? '', Number(waiting)]))
}

/** Writes who meets whom; in one statement, however many there are. */
export async function giveTasks(
  { db }: Pick<OperationContext, 'db'>,
  given: readonly { taskId: string; assignee: Pick<Welcomer, 'userId' | 'name'> | null }[],
): Promise<void> {
  if (given.length === 0) return
  await sql`
    update people.welcome_task task set assignee_user_id = given.user_id, assignee_name = given.name,
      revision = task.revision + 1
    from unnest(${given.map(({ taskId }) => taskId)}::uuid[],
      ${given.map(({ assignee }) => assignee?.userId ?? null)}::text[],
      ${given.map(({ assignee }) => assignee?.name ?? '')}::text[]) as given (id, user_id, name)
    where task.id = given.id`.execute(db)
}
