import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found } from '#platform/operations/problem.ts'
import { registrars } from '../../people-roles.ts'
import { processingWords } from './processing-shape.ts'

/** Writes one kind of processing: one's own, or in the place of what a module declares. */
export const setProcessingRecord = writeOperation({
  name: 'set-processing-record',
  summary: 'Write what is said of one kind of processing, new or changed, or end it.',
  route: 'POST /people/processing',
  policy: { allow: 'roles', roles: registrars, heldIn: 'topUnit' },
  input: processingWords.extend({
    /** The one to change; without it and without `declared` a new one is made. */
    id: z.uuid().optional(),
    declared: z
      .string()
      .regex(/^[a-zA-Z]{1,60}$/)
      .optional(),
    ended: z.boolean().default(false),
  }),
  output: z.object({ id: z.uuid() }),
  example: () => ({
    name: 'Deltagarlistor vid kurser',
    purpose: 'Anmälan och kost.',
    persons: 'Deltagare.',
    data: 'Namn, kontakt, specialkost.',
    basis: 'Avtal, art. 6.1 b.',
    recipients: 'Kursgården.',
    retention: 'Tre månader efter kursen.',
    security: 'Rollstyrd åtkomst med två steg.',
  }),
  audit: ({ name, ended }, { id }) => ({ kind: 'processingRecord', id, detail: { name, ended } }),
  async run(context, { id, declared, ended, ...words }) {
    const { db, now, organisationId } = context
    const said = {
      ...words,
      changed_at: now,
      changed_by_name: actorName(context).name,
      ended_at: ended ? now : null,
    }
    if (id) {
      return found(
        await db
          .updateTable('people.processing_record')
          .set(said)
          .where('id', '=', id)
          .returning('id')
          .executeTakeFirst(),
      )
    }
    return db
      .insertInto('people.processing_record')
      .values({ organisation_id: organisationId, id: newId(), declared: declared ?? null, ...said })
      .onConflict((conflict) =>
        conflict.columns(['organisation_id', 'declared']).where('declared', 'is not', null).doUpdateSet(said),
      )
      .returning('id')
      .executeTakeFirstOrThrow()
  },
})
