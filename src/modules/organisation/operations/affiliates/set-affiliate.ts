import { sql } from 'kysely'
import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { changeFrom } from '../../rules/unit-faults.ts'
import { readAffiliates } from '../../store/affiliates/read-affiliates.ts'
import { firstDay, makeRoom } from '../../store/change-unit.ts'
import { lockUnits, readUnitKinds } from '../../store/read-units.ts'
import { day, decision } from './affiliate-shapes.ts'

/**
 * Makes a unit an affiliate of the one it lies under: an organisation of its own beside the tree. From then on nobody's trust
 * above reaches its register, and its members are counted in no total but its own. So that it is not left to itself, it must have
 * an owner of its own first.
 */
export const setAffiliate = writeOperation({
  name: 'set-affiliate',
  summary: 'Make a unit an affiliate: it keeps its own register, which no trust above it reaches.',
  route: 'POST /affiliates',
  policy: { allow: 'roles', roles: ['owner'] },
  input: z.object({ unitId: z.uuid(), from: day.optional(), decision }),
  output: z.object({ name: z.string(), toUnitId: z.uuid() }),
  example: ({ organisation }) => ({
    unitId: organisation.futureAffiliateId,
    decision: 'Distriktsstyrelsen § 14',
  }),
  audit: (input, output) => ({
    kind: 'unit',
    id: input.unitId,
    unitId: output.toUnitId,
    detail: { name: output.name },
  }),
  async run({ db, now, organisationId, scope }, { unitId, from, ...said }) {
    const { places } = await lockUnits(db)
    const unit = found(
      await db
        .selectFrom('organisation.unit')
        .select(['name', 'kind', 'parent_id', 'own_register', 'valid_from', 'valid_to'])
        .where('id', '=', unitId)
        .executeTakeFirst(),
    )
    const toUnitId = found(unit.parent_id)
    if (scope !== 'organisation' && !scope.includes(toUnitId)) throw new Problem('notFound')
    if (unit.valid_to !== null) throw new Problem('notPossibleNow', { detail: 'unit.ended' })
    const first = firstDay(from, today(now))
    if (first < unit.valid_from) {
      throw new Problem('invalidInput', { issues: [{ path: ['from'], message: 'unit.notThereThen' }] })
    }
    const kinds = await readUnitKinds(db)
    if (!kinds.some((kind) => kind.key === unit.kind && kind.beside)) {
      throw new Problem('notPossibleNow', { detail: 'affiliate.kindNotBeside' })
    }
    const { affiliations } = await readAffiliates(db)
    if (affiliations.some((each) => each.unitId === unitId && (each.validTo ?? first) >= first)) {
      throw new Problem('notPossibleNow', { detail: 'affiliate.already' })
    }
    if (!unit.own_register) {
      const { rows } = await sql<{ owned: boolean }>`
        select organisation.has_own_owner(${unitId}, ${today(now)}) as owned`.execute(db)
      if (!rows[0]?.owned) throw new Problem('notPossibleNow', { detail: 'affiliate.noOwner' })
      const own = places.filter((place) => place.unitId === unitId)
      await makeRoom(db, 'organisation.unit_place', changeFrom(own, first), now)
      await db
        .insertInto('organisation.unit_place')
        .values({
          organisation_id: organisationId,
          id: newId(),
          unit_id: unitId,
          parent_id: null,
          valid_from: first,
          recorded_at: now,
        })
        .execute()
      await db.updateTable('organisation.unit').set({ own_register: true }).where('id', '=', unitId).execute()
    }
    await db
      .insertInto('organisation.affiliation')
      .values({
        organisation_id: organisationId,
        id: newId(),
        unit_id: unitId,
        to_unit_id: toUnitId,
        decision: said.decision ?? '',
        valid_from: first,
        recorded_at: now,
      })
      .execute()
    return { name: unit.name, toUnitId }
  },
})
