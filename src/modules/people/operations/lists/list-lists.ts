import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { organiserPolicy } from '../../people-roles.ts'
import { listShape } from './shapes.ts'

/** The lists that the caller sees: their own, and those shared with units they answer for. */
export const listLists = readOperation({
  name: 'list-lists',
  summary: 'The lists the caller sees: their own and those shared with their units.',
  route: 'GET /people/lists',
  policy: organiserPolicy,
  input: z.object({
    /** Also those that are archived. */
    archived: z.boolean().default(false),
  }),
  output: z.object({ lists: z.array(listShape) }),
  example: () => ({}),
  async run(context, { archived }) {
    const own = actorName(context).id
    const rows = await context.db
      .selectFrom('people.list as list')
      .innerJoin('organisation.unit as unit', 'unit.id', 'list.unit_id')
      .select([
        'list.id',
        'list.name',
        'list.description',
        'list.unit_id as unitId',
        'unit.name as unitName',
        'list.owner_name as ownerName',
        'list.owner_user_id as ownerUserId',
        'list.shared',
        'list.kind',
        'list.changed_at as changedAt',
        'list.frozen_at as frozenAt',
        'list.archived_at as archivedAt',
      ])
      .$if(!archived, (query) => query.where('list.archived_at', 'is', null))
      .orderBy('list.name')
      .orderBy('list.id')
      .execute()
    return {
      lists: rows.map(({ ownerUserId, archivedAt, kind, ...list }) => ({
        ...list,
        kind: kind === 'static' ? ('static' as const) : ('living' as const),
        own: ownerUserId !== null && ownerUserId === own,
        archived: archivedAt !== null,
      })),
    }
  },
})
