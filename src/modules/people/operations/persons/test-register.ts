import { createUnit } from '#modules/organisation/index.ts'
import type { Role } from '#platform/access/roles.ts'
import type { Caller } from '#platform/operations/call.ts'
import type { Problem } from '#platform/operations/problem.ts'
import {
  openTestOffice,
  type TestOffice,
  type TestOrganisation,
} from '../../../../../tests/support/test-office.ts'
import { createPerson } from './create-person.ts'

export type NewTestPerson = {
  unitId: string
  givenName: string
  familyName: string
  personalNumber?: string
  contacts?: { kind: 'email' | 'phone'; value: string }[]
}

/** An office with a district since 2019 and two associations in it, and somebody who keeps the register of all three. */
export type TestRegister = {
  organisation: TestOrganisation
  one: string
  other: string
  registrar: Caller
  call: TestOffice['application']['call']
  database: TestOffice['application']['database']
  /** Somebody with these roles in these units. */
  trusted(roles: Role[], unitIds: string[]): Promise<Caller>
  /** A person at home in a unit since the beginning of 2024. @returns the id */
  create(person: NewTestPerson): Promise<string>
  /** A new member of the first association. @returns the id */
  member(more?: Partial<NewTestPerson>): Promise<string>
  close(): Promise<void>
}

/** Opens it; close it in `afterAll`. */
export async function openTestRegister(): Promise<TestRegister> {
  const office = await openTestOffice()
  // The organisation is there before the days that are asked about.
  office.setClock('2019-06-01T10:00:00Z')
  const organisation = await office.organisation()
  office.setClock('2026-11-22T10:00:00Z')
  const call: TestRegister['call'] = (operation, input, caller) =>
    office.application.call(operation, input, caller)
  const unit = async (name: string) =>
    (
      await call(
        createUnit,
        { parentId: organisation.unitId, kind: 'association', name, from: '2020-01-01' },
        organisation.operator,
      )
    ).unitId
  const trusted = async (roles: Role[], unitIds: string[]): Promise<Caller> => {
    const caller = await organisation.person(roles)
    if (caller.actor.kind !== 'person') throw new Error('a person was asked for')
    return { ...caller, actor: { ...caller.actor, grants: roles.map((role) => ({ role, unitIds })) } }
  }
  const [one, other] = [await unit('Ekskogens förening'), await unit('Lindalens förening')]
  const registrar = await trusted(['registrar'], [organisation.unitId, one, other])
  const create = async (person: NewTestPerson) =>
    (await call(createPerson, { ...person, membership: { status: 'active', from: '2024-01-01' } }, registrar))
      .personId
  let made = 0
  return {
    organisation,
    one,
    other,
    registrar,
    call,
    database: office.application.database,
    trusted,
    create,
    member(more = {}) {
      made += 1
      return create({ unitId: one, givenName: 'Prov', familyName: `Provsson${made}`, ...more })
    },
    close: () => office.close(),
  }
}

/** What a call that goes wrong is refused with: the key of the sentence, or the code. */
export function refusal(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => 'carried out',
    (error: Problem) => error.detail?.key ?? error.issues[0]?.message ?? error.code,
  )
}
