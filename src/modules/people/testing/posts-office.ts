import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { z } from 'zod'
import { createBody, createPublicBody, setSeat } from '#modules/organisation/index.ts'
import { newId } from '#platform/identifiers.ts'
import type { Caller } from '#platform/operations/call.ts'
import type { Operation } from '#platform/operations/operation.ts'
import {
  openTestOffice,
  type TestOffice,
  type TestOrganisation,
} from '../../../../tests/support/test-office.ts'
import { recordMandate } from '../operations/posts/record-mandate.ts'
import { searchKey } from '../rules/names.ts'

/**
 * An office for tests about posts: before each test an organisation from the first day of 2026, looked at on 1 October,
 * with somebody who keeps its register.
 */
export function postsOffice() {
  let office: TestOffice
  let ours: TestOrganisation
  let registrar: Caller

  beforeAll(async () => {
    office = await openTestOffice()
  })
  afterAll(() => office.close())
  beforeEach(async () => {
    office.setClock('2026-01-01T10:00:00Z')
    ours = await office.organisation('Norra distriktet')
    registrar = await ours.person(['registrar'])
    office.setClock('2026-10-01T10:00:00Z')
  })

  const call = <Input extends z.ZodType, Output extends z.ZodType>(
    operation: Operation<Input, Output>,
    input: z.input<Input>,
    caller: Caller = registrar,
  ) => office.application.call(operation, input, caller)

  /** Writes a person straight into the register. */
  async function person(givenName: string, more: { protected?: boolean } = {}): Promise<string> {
    const id = newId()
    await office.application.database.owner
      .insertInto('people.person')
      .values({
        organisation_id: ours.id,
        id,
        home_unit_id: ours.unitId,
        given_name: givenName,
        family_name: 'Provsson',
        given_key: searchKey(givenName),
        family_key: 'provsson',
        source: 'test',
        lawful_basis: 'membership',
        created_at: new Date('2026-01-01T10:00:00Z'),
        ...more,
      })
      .execute()
    return id
  }

  const protect = (id: string) =>
    office.application.database.owner
      .updateTable('people.person')
      .set({ protected: true })
      .where('id', '=', id)
      .execute()

  async function board(number = 1) {
    const { bodyId } = await call(createBody, {
      unitId: ours.unitId,
      kind: 'board',
      name: 'Styrelsen',
      validFrom: '2026-01-01',
    })
    const { seatId } = await call(setSeat, { bodyId, roleKind: 'ordinary', number, from: '2026-01-01' })
    return { bodyId, seatId }
  }

  const committee = async (name: string, areaName: string, policyArea = '') =>
    (
      await call(createPublicBody, {
        unitId: ours.unitId,
        level: 'municipality',
        kind: 'committee',
        name,
        areaName,
        areaCode: '0199',
        policyArea,
        from: '2022-01-01',
      })
    ).publicBodyId

  const mandate = async (
    personId: string,
    publicBodyId: string,
    from: string,
    more: { to?: string; viaAgreement?: string; namePublic?: boolean; post?: 'chair' } = {},
  ) => (await call(recordMandate, { personId, publicBodyId, seatKind: 'ordinary', from, ...more })).mandateId

  return {
    get office() {
      return office
    },
    get ours() {
      return ours
    },
    call,
    person,
    protect,
    board,
    committee,
    mandate,
  }
}
