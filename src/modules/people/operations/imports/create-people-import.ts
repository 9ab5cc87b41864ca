import { createHash } from 'node:crypto'
import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { keepSealed } from '../../store/imports/import-run.ts'
import { requireReach } from '../../store/persons/require-reach.ts'
import { limits } from '../../store/imports/read-file.ts'
import { runId } from './import-shapes.ts'

/** Hands over a file of persons, to be looked at. It is kept sealed; nothing is read in yet. */
export const createPeopleImport = writeOperation({
  name: 'create-people-import',
  summary: 'Hand over a CSV or XLSX file of persons, to be looked at before anything is read in.',
  route: 'POST /people/imports',
  policy: registrarPolicy,
  input: z.object({
    file: z.file().min(1).max(limits.fileBytes),
    /** Whose import it is: persons whose row names no unit come to belong here. */
    unitId: z.uuid(),
  }),
  output: z.object({ runId, unitId: z.uuid() }),
  example: ({ peopleImports }) => ({
    unitId: peopleImports.unitId,
    file: new File(['Förnamn;Efternamn;E-post\nAnna;Exempelsson;anna@example.org\n'], 'medlemmar.csv', {
      type: 'text/csv',
    }),
  }),
  audit: (_input, output) => ({ kind: 'peopleImport', id: output.runId, unitId: output.unitId }),
  async run({ db, services, now, scope, actor, organisationId }, { file, unitId }) {
    requireReach({ scope }, unitId)
    const bytes = new Uint8Array(await file.arrayBuffer())
    const id = newId()
    const by = actorName({ actor })
    await db
      .insertInto('people.import_run')
      .values({
        organisation_id: organisationId,
        id,
        unit_id: unitId,
        state: 'prepared',
        file_name: file.name.slice(0, 255) || 'fil',
        byte_count: bytes.length,
        content_hash: services.keyedHash(createHash('sha256').update(bytes).digest('hex')),
        sha256: await keepSealed(services, bytes),
        created_at: now,
        created_by: by.id,
        created_by_name: by.name,
      })
      .execute()
    return { runId: id, unitId }
  },
})
