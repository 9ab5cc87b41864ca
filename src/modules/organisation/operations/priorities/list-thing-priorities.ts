import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { prioritiesOn } from '../../rules/priorities/order.ts'
import { holdsOn } from '../../rules/unit-records.ts'
import { ancestorsOn } from '../../rules/unit-tree.ts'
import { readTags } from '../../store/priorities/coverage.ts'
import { readLists, readPriorities } from '../../store/priorities/read-priorities.ts'
import { requireThing } from '../../store/priorities/taggable-registry.ts'
import { readUnits } from '../../store/read-units.ts'
import { insideRoles } from '../../inside-roles.ts'
import { thingKind } from './priority-shapes.ts'

const choice = z.object({
  priorityId: z.uuid(),
  rank: z.number().int(),
  title: z.string(),
  listId: z.uuid(),
  listTitle: z.string(),
  bodyName: z.string(),
})

/** Which priorities of today a thing carries, and which it could: those of its own unit and of the units above. */
export const listThingPriorities = readOperation({
  name: 'list-thing-priorities',
  summary: 'Which priorities of today a thing carries, and which of its unit and those above it could.',
  route: 'GET /priority-things/{kind}/{thingId}',
  policy: { allow: 'roles', roles: insideRoles },
  input: z.object({ kind: thingKind, thingId: z.uuid() }),
  output: z.object({ carried: z.array(choice), others: z.array(choice) }),
  example: ({ organisation }) => ({
    kind: 'organisation.venueRequest',
    thingId: organisation.venueRequestId,
  }),
  async run(context, { kind, thingId }) {
    const { db, now } = context
    const thing = await requireThing(context, kind, thingId)
    const day = today(now)
    const lists = (await readLists(db, { from: day })).filter((list) => holdsOn(list, day))
    const records = Map.groupBy(
      await readPriorities(
        db,
        lists.map((list) => list.id),
      ),
      (record) => record.listId,
    )
    const guiding = new Set([thing.unitId, ...ancestorsOn(await readUnits(db), thing.unitId, day)])
    const all = lists.flatMap((list) =>
      prioritiesOn(records.get(list.id) ?? [], day).map(({ id, rank, title }) => ({
        unitId: list.unitId,
        priority: {
          priorityId: id,
          rank,
          title,
          listId: list.id,
          listTitle: list.title,
          bodyName: list.bodyName,
        },
      })),
    )
    const tags = await readTags(
      db,
      all.map((each) => each.priority.priorityId),
      day,
    )
    const carries = new Set(
      tags.filter((tag) => tag.kind === kind && tag.thingId === thingId).map((tag) => tag.priorityId),
    )
    return {
      carried: all.filter((each) => carries.has(each.priority.priorityId)).map((each) => each.priority),
      others: all
        .filter((each) => guiding.has(each.unitId) && !carries.has(each.priority.priorityId))
        .map((each) => each.priority),
    }
  },
})
