import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asApplication } from '#platform/database/transaction.ts'
import type { Caller } from '#platform/operations/call.ts'
import { archiveTag } from './archive-tag.ts'
import { createTag } from './create-tag.ts'
import { getPerson } from './get-person.ts'
import { listPersons } from './list-persons.ts'
import { listTags } from './list-tags.ts'
import { renameTag } from './rename-tag.ts'
import { tagPerson } from './tag-person.ts'
import { openTestRegister, refusal, type TestRegister } from './test-register.ts'
import { untagPerson } from './untag-person.ts'

let register: TestRegister
let organiser: Caller
let ofDistrict: string
let ofOther: string
let personId: string

beforeAll(async () => {
  register = await openTestRegister()
  const { call, registrar, organisation, one, other, member, trusted } = register
  ofDistrict = (await call(createTag, { unitId: organisation.unitId, name: 'Kan baka' }, registrar)).tagId
  ofOther = (await call(createTag, { unitId: other, name: 'Har bil' }, registrar)).tagId
  organiser = await trusted(['organiser'], [one])
  personId = await member()
})
afterAll(() => register.close())

describe('the tags of the units above', () => {
  it('are seen and used by those below, but not those beside', async () => {
    const { call } = register
    const { tags } = await call(listTags, {}, organiser)
    expect(tags.map(({ id, changeable }) => ({ id, changeable }))).toEqual([
      { id: ofDistrict, changeable: false },
    ])
    await call(tagPerson, { personId, tagId: ofDistrict }, organiser)
    expect((await call(getPerson, { personId }, organiser)).tags?.map(({ name }) => name)).toEqual([
      'Kan baka',
    ])
    const found = await call(listPersons, { tagId: ofDistrict }, organiser)
    expect(found.persons.map(({ id, tags: carried }) => ({ id, carried }))).toEqual([
      { id: personId, carried: ['Kan baka'] },
    ])
    await call(untagPerson, { personId, tagId: ofDistrict }, organiser)
    expect(await refusal(call(tagPerson, { personId, tagId: ofOther }, organiser))).toBe('notFound')
  })

  it('are named and put away by those who organise there alone', async () => {
    const { call, registrar } = register
    expect(await refusal(call(renameTag, { tagId: ofDistrict, name: 'Bakar' }, organiser))).toBe(
      'tag.ofUnitAbove',
    )
    expect(await refusal(call(archiveTag, { tagId: ofDistrict }, organiser))).toBe('tag.ofUnitAbove')
    expect(await refusal(call(archiveTag, { tagId: ofOther }, organiser))).toBe('notFound')
    await call(renameTag, { tagId: ofDistrict, name: 'Bakar' }, registrar)
    expect((await call(listTags, {}, organiser)).tags.map(({ name }) => name)).toEqual(['Bakar'])
  })

  it('hold so against any query', async () => {
    const { organisation, one, database } = register
    await asApplication(
      database.owner,
      { actor: organiser.actor, organisationId: organisation.id, scope: [one] },
      'read write',
      async (db) => {
        const seen = await db.selectFrom('people.tag').select('id').execute()
        expect(seen.map(({ id }) => id)).toEqual([ofDistrict])
        const changed = await db
          .updateTable('people.tag')
          .set({ name: 'Övertagen', archived_at: new Date() })
          .where('id', 'in', [ofDistrict, ofOther])
          .executeTakeFirst()
        expect(changed.numUpdatedRows).toBe(0n)
        await sql`savepoint before`.execute(db)
        await expect(
          sql`insert into people.tag (organisation_id, id, unit_id, name, created_at)
            values (${organisation.id}, gen_random_uuid(), ${organisation.unitId}, 'Egen', now())`.execute(
            db,
          ),
        ).rejects.toThrow(/row-level security/)
        await sql`rollback to before`.execute(db)
      },
    )
  })

  it('end at a unit that keeps a register of its own', async () => {
    const { organisation, one, database, call } = register
    await database.owner
      .updateTable('organisation.unit')
      .set({ own_register: true })
      .where('organisation_id', '=', organisation.id)
      .where('id', '=', one)
      .execute()
    expect((await call(listTags, {}, organiser)).tags).toEqual([])
  })
})
