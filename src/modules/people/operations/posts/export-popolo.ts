import { z } from 'zod'
import { bodiesOn, readBodies } from '#modules/organisation/index.ts'
import { today } from '#platform/dates.ts'
import { exportOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { popoloOf } from '../../rules/posts/popolo.ts'
import { FileAbout, personsInFile } from '../../store/file-about.ts'
import { readPostNames } from '../../store/posts/post-names.ts'
import { readMandates } from '../../store/posts/read-mandates.ts'
import { readTerms } from '../../store/posts/read-terms.ts'

/**
 * Our units and bodies, the public bodies, the posts in them and who holds or has held them, in the shape of the Popolo
 * specification. Of persons it has names and nothing else; nobody whose identity is protected is in it.
 */
export const exportPopolo = exportOperation({
  name: 'export-popolo',
  summary:
    'Bodies, posts and mandates through the years as Popolo JSON, with the names of persons and nothing else.',
  route: 'GET /people/posts/popolo',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'], reach: 'organisation' },
  input: z.object({}),
  output: z.object({ file: z.file() }),
  example: () => ({}),
  audit: (_, { file }) => ({ kind: 'organisation', id: null, aboutPersonIds: personsInFile(file) }),
  async run({ db, now, organisationId }) {
    const organisation = found(
      await db.selectFrom('organisation.organisation').select(['id', 'name']).executeTakeFirst(),
    )
    const names = await readPostNames(db)
    const records = await readBodies(db)
    const units = await db
      .selectFrom('organisation.unit')
      .select([
        'id',
        'name',
        'kind',
        'parent_id as parentId',
        'valid_from as validFrom',
        'valid_to as validTo',
      ])
      .execute()
    const publicBodies = await db
      .selectFrom('organisation.public_body')
      .select([
        'id',
        'kind',
        'level',
        'area_name as areaName',
        'area_code as areaCode',
        'valid_from as validFrom',
        'valid_to as validTo',
      ])
      .execute()
    const publicNames = await db
      .selectFrom('organisation.public_body_record')
      .select(['public_body_id as id', 'name'])
      .where('replaced_at', 'is', null)
      .orderBy('valid_from')
      .execute()
    const nameOf = new Map(publicNames.map((row) => [row.id, row.name]))
    const terms = await readTerms(db)
    const mandates = await readMandates(db)
    const persons = new Map([...terms, ...mandates].map((row) => [row.personId, row]))
    const numbers = new Map(records.numbers.map((row) => [row.seatId, row]))
    const popolo = popoloOf({
      organisation: { id: organisation.id, name: organisation.name },
      units,
      bodies: records.bodies.flatMap((body) => {
        // As it is today, or as it was when it ended.
        const last = bodiesOn(records, body.validTo ?? today(now)).find((each) => each.id === body.id)
        return last ? [{ ...last, parentId: last.parentId ?? last.unitId }] : []
      }),
      publicBodies: publicBodies.map((body) => ({
        ...body,
        name: nameOf.get(body.id) ?? '',
      })),
      seats: records.seats.map((seat) => ({
        ...seat,
        label: names.seats.get(seat.id)?.label ?? seat.roleKind,
        role: seat.roleKind,
        contactAddress: numbers.get(seat.id)?.contactAddress ?? '',
      })),
      persons: [...persons.values()].map(({ personId, givenName, familyName }) => ({
        id: personId,
        givenName,
        familyName,
      })),
      terms: terms.map((term) => ({
        ...term,
        seatId: term.postId,
        role: names.seats.get(term.postId)?.role ?? '',
      })),
      mandates: mandates.map((mandate) => ({
        ...mandate,
        publicBodyId: mandate.postId,
        role: mandate.post || mandate.seatKind,
      })),
    })
    const text = JSON.stringify({ id: organisationId, ...popolo }, null, 2)
    return {
      file: new FileAbout([text], `popolo-${today(now)}.json`, 'application/json', [...persons.keys()]),
    }
  },
})
