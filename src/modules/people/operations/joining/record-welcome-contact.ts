import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { stateAfter, welcomeChannels, welcomeOutcomes, welcomeStates } from '../../rules/joining/welcome.ts'
import { oneOf } from '../../store/persons/one-of.ts'
import { recordEvent } from '../../store/record-event.ts'
import { taskId } from './welcome-shapes.ts'

/** Writes how an attempt to meet a new member went. Every attempt stays in the member's timeline; what was said stays with the task. */
export const recordWelcomeContact = writeOperation({
  name: 'record-welcome-contact',
  summary: 'Record how an attempt to meet a new member went.',
  route: 'POST /people/welcome/{taskId}/contact',
  policy: organiserPolicy,
  input: z.object({
    taskId,
    channel: z.enum(welcomeChannels),
    outcome: z.enum(welcomeOutcomes),
    notes: z.string().trim().max(2000).default(''),
  }),
  output: z.object({ state: z.enum(welcomeStates) }),
  example: ({ joining }) => ({
    taskId: joining.taskId,
    channel: 'phone' as const,
    outcome: 'reached' as const,
  }),
  audit: (input, output) => ({ kind: 'welcome', id: input.taskId, detail: { state: output.state } }),
  async run(context, { taskId: id, channel, outcome, notes }) {
    const { actor, db, now } = context
    const task = found(
      await db
        .selectFrom('people.welcome_task')
        .selectAll()
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst(),
    )
    const state = stateAfter(oneOf(welcomeStates, task.state), outcome)
    // Whoever does it has it, when nobody was asked.
    const own =
      task.assignee_user_id === null && actor.kind === 'person'
        ? { assignee_user_id: actor.userId, assignee_name: actorName(context).name }
        : {}
    await db
      .updateTable('people.welcome_task')
      .set({
        ...own,
        state,
        channel,
        outcome,
        ...(notes ? { notes } : {}),
        tries: task.tries + 1,
        first_tried_at: task.first_tried_at ?? now,
        contacted_at: task.contacted_at ?? (state === 'contacted' ? now : null),
        revision: task.revision + 1,
      })
      .where('id', '=', id)
      .execute()
    const person = { id: task.person_id, homeUnitId: task.home_unit_id, protected: task.protected }
    await recordEvent(context, person, 'welcomeTried', { channel, outcome })
    return { state }
  },
})
