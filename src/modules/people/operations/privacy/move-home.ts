import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { belonging } from '../../rules/membership.ts'
import { ownPersonForChange } from '../../store/own-person.ts'
import { movePerson } from '../../store/persons/move-person.ts'

/**
 * Moves the own home membership to another unit from today. What was paid goes along; extra memberships stay as they
 * are. Both units find the move in their lists.
 */
export const moveHome = writeOperation({
  name: 'move-home',
  summary: 'Move your home membership to another unit, from today; other memberships stay.',
  route: 'POST /me/home',
  policy: { allow: 'signedIn' },
  input: z.object({ personId: z.uuid(), unitId: z.uuid() }),
  output: z.object({ fromUnitId: z.uuid() }),
  example: ({ people, organisation }) => ({
    personId: people.personId,
    unitId: organisation.branchUnitId,
  }),
  audit: ({ personId, unitId }, { fromUnitId }) => ({
    kind: 'person',
    id: personId,
    unitId,
    detail: { fromUnitId, toUnitId: unitId },
  }),
  async run(context, { personId, unitId }) {
    const person = await ownPersonForChange(context, personId)
    const { db, now } = context
    const day = today(now)
    const unit = found(
      await db
        .selectFrom('organisation.unit as unit')
        .innerJoin('organisation.unit_kind as kind', 'kind.key', 'unit.kind')
        .select(['unit.name', 'unit.valid_from', 'unit.valid_to', 'kind.beside'])
        .where('unit.id', '=', unitId)
        .executeTakeFirst(),
    )
    if (unit.beside || unit.valid_from > day || (unit.valid_to !== null && unit.valid_to < day)) {
      throw new Problem('notPossibleNow', { detail: 'move.notAHome', params: { unit: unit.name } })
    }
    const home = await db
      .selectFrom('people.membership')
      .select('unit_id')
      .where('person_id', '=', personId)
      .where('kind', '=', 'home')
      .where('valid_to', 'is', null)
      .where('replaced_at', 'is', null)
      .where('status', 'in', [...belonging])
      .executeTakeFirst()
    if (!home) throw new Problem('notPossibleNow', { detail: 'move.noHome' })
    await movePerson(context, person, { toUnitId: unitId, source: 'own page' })
    await db
      .updateTable('people.person')
      .set({ revision: person.revision + 1 })
      .where('id', '=', personId)
      .execute()
    return { fromUnitId: person.homeUnitId }
  },
})
