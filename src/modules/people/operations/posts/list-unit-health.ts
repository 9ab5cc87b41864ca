import { z } from 'zod'
import {
  bodiesOn,
  lastActivities,
  listUnits,
  overdueReviews,
  readBodies,
  seatsOn,
} from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { readOperation } from '#platform/operations/operation.ts'
import { registerReaders } from '../../people-roles.ts'
import { fillingsOn } from '../../rules/posts/seats.ts'
import { healthChecks, unitHealth } from '../../rules/posts/unit-health.ts'
import { hiddenHolders } from '../../store/posts/hidden-holders.ts'
import { readTerms } from '../../store/posts/read-terms.ts'

/** What each unit has that a unit needs: a highest meeting, a whole board, members, signs of life. For starting one, too. */
export const listUnitHealth = readOperation({
  name: 'list-unit-health',
  summary:
    'For each unit within reach, on a day: a highest meeting, a complete board, members enough, recent activity?',
  route: 'GET /people/posts/health',
  policy: { allow: 'roles', roles: registerReaders, secondFactor: true },
  input: z.object({
    asOf: z.iso.date().optional(),
    leastMembers: z.coerce.number().int().min(1).max(1000).optional(),
  }),
  output: z.object({
    asOf: z.iso.date(),
    units: z.array(
      z.object({
        unitId: z.uuid(),
        name: z.string(),
        depth: z.number().int(),
        members: z.number().int(),
        vacant: z.number().int(),
        lastActive: z.iso.date().nullable(),
        checks: z.array(z.object({ check: z.enum(healthChecks), holds: z.boolean() })),
      }),
    ),
  }),
  example: () => ({}),
  async run(context, { asOf, leastMembers = 5 }) {
    const { db, now, scope } = context
    const day = asOf ?? today(now)
    const { units } = await listUnits.run(context, { asOf: day }, undefined)
    const records = await readBodies(db)
    const bodies = Map.groupBy(bodiesOn(records, day), (body) => body.unitId)
    const seats = Map.groupBy(seatsOn(records, day), (seat) => seat.bodyId)
    const active = await lastActivities(db, day)
    const overdue = await overdueReviews(db, day)
    const terms = await readTerms(db)
    const hidden = await hiddenHolders(db, day)
    const rows = await db
      .selectFrom('people.membership')
      .select((select) => ['unit_id', select.fn.countAll<string>().as('members')])
      .where('status', '=', 'active')
      .where('valid_from', '<=', day)
      .where((where) => where.or([where('valid_to', 'is', null), where('valid_to', '>=', day)]))
      .where('replaced_at', 'is', null)
      .groupBy('unit_id')
      .execute()
    const members = new Map(rows.map((row) => [row.unit_id, Number(row.members)]))
    return {
      asOf: day,
      units: units
        .filter((unit) => scope === 'organisation' || scope.includes(unit.id))
        .map((unit) => {
          const own = bodies.get(unit.id) ?? []
          const board = own.find((body) => body.kind === 'board')
          const boardSeats = board ? (seats.get(board.id) ?? []) : []
          const fillings = fillingsOn(boardSeats, terms, day, hidden)
          const holds = (role: string) =>
            boardSeats.some(
              (seat) =>
                seat.roleKind === role && fillings.some((each) => each.seatId === seat.id && each.held > 0),
            )
          const lastActive =
            own
              .flatMap((body) => active.get(body.id) ?? [])
              .toSorted()
              .at(-1) ?? null
          const facts = {
            hasHighest: own.some((body) => body.isHighest),
            board: board
              ? {
                  number: fillings.reduce((sum, each) => sum + each.number, 0),
                  held: fillings.reduce((sum, each) => sum + Math.min(each.held, each.number), 0),
                  chair: holds('chair'),
                  treasurer: holds('treasurer'),
                  contactAddress: board.contactAddress,
                }
              : null,
            members: members.get(unit.id) ?? 0,
            lastActive,
            documentsOverdue: overdue.get(unit.id) ?? 0,
          }
          const health = unitHealth(facts, { day, leastMembers })
          return {
            unitId: unit.id,
            name: unit.name,
            depth: unit.depth,
            members: facts.members,
            vacant: fillings.reduce((sum, each) => sum + each.vacant, 0),
            lastActive,
            checks: healthChecks.map((check) => ({ check, holds: health[check] })),
          }
        }),
    }
  },
})
