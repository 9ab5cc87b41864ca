import { sql } from 'kysely'
import type { Transaction } from 'kysely'
import type { Tables } from '#platform/database/tables.ts'
import { shownPhone } from '../../rules/contact.ts'
import { isOverdue, welcomeChannels, welcomeOutcomes, welcomeStates } from '../../rules/joining/welcome.ts'
import { fullName } from '../../rules/names.ts'
import { oneOf } from '../persons/one-of.ts'
import { preferredContacts } from '../persons/preferred-contacts.ts'

/** Which tasks are asked for. */
export type WelcomeQuestion = {
  taskId?: string | undefined
  assignee?: string | undefined
  /** Tasks of these units, and overdue ones of any unit the caller sees. */
  unitIds?: readonly string[] | undefined
  /** Also those that are done. */
  done?: boolean
}

const welcomesAtOnce = 100

/**
 * Welcome tasks with whom they are about and how to reach them, the most urgent first.
 * @param day today, `YYYY-MM-DD`
 */
export async function readWelcomeTasks(db: Transaction<Tables>, question: WelcomeQuestion, day: string) {
  const rows = await db
    .selectFrom('people.welcome_task as task')
    .innerJoin('people.person as person', (join) =>
      join
        .onRef('person.organisation_id', '=', 'task.organisation_id')
        .onRef('person.id', '=', 'task.person_id')
        .on('person.merged_into', 'is', null)
        .on('person.erased_at', 'is', null),
    )
    .innerJoin('organisation.unit as unit', (join) =>
      join.onRef('unit.organisation_id', '=', 'task.organisation_id').onRef('unit.id', '=', 'task.unit_id'),
    )
    .selectAll('task')
    .select(['person.given_name', 'person.family_name', 'person.language', 'unit.name as unitName'])
    .select(sql<string>`count(*) over ()`.as('count'))
    .$if(question.taskId !== undefined, (query) => query.where('task.id', '=', question.taskId!))
    .$if(question.assignee !== undefined, (query) =>
      query.where('task.assignee_user_id', '=', question.assignee!),
    )
    .$if(question.done !== true && question.taskId === undefined, (query) =>
      query.where('task.state', 'in', ['open', 'tried']),
    )
    .$if(question.unitIds !== undefined, (query) =>
      query.where((row) =>
        row.or([row('task.unit_id', 'in', [...question.unitIds!]), row('task.due_on', '<', day)]),
      ),
    )
    .orderBy('task.due_on')
    .orderBy('task.id')
    .limit(welcomesAtOnce)
    .execute()
  const contacts = await preferredContacts(
    db,
    rows.map((row) => row.person_id),
  )
  const tasks = rows.map((row) => {
    const reached = contacts.get(row.person_id)
    const state = oneOf(welcomeStates, row.state)
    return {
      id: row.id,
      personId: row.person_id,
      name: fullName({ givenName: row.given_name, familyName: row.family_name }),
      language: row.language,
      unitId: row.unit_id,
      unitName: row.unitName,
      assigneeUserId: row.assignee_user_id,
      assigneeName: row.assignee_name,
      createdAt: row.created_at,
      dueOn: row.due_on,
      overdue: isOverdue({ state, dueOn: row.due_on }, day),
      state,
      channel: row.channel === null ? null : oneOf(welcomeChannels, row.channel),
      outcome: row.outcome === null ? null : oneOf(welcomeOutcomes, row.outcome),
      notes: row.notes,
      tries: row.tries,
      contactedAt: row.contacted_at,
      revision: row.revision,
      phone: reached?.phone ?? null,
      phoneShown: shownPhone(reached?.phone ?? ''),
      email: reached?.email ?? null,
    }
  })
  return { tasks, count: Number(rows[0]?.count ?? 0) }
}
