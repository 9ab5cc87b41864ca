import { z } from 'zod'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { mergePersons as putTogether } from '../../store/duplicates/merge.ts'
import { choicesInput } from './duplicate-shapes.ts'

/** Puts two records of one person together. Nothing is lost, and it can be undone. */
export const mergePersons = writeOperation({
  name: 'merge-persons',
  summary:
    'Put two records of one person together: everything moves to the one that stays, no value is lost, and it can be undone.',
  route: 'POST /people/persons/{keptPersonId}/merges',
  policy: registrarPolicy,
  input: z.object({
    keptPersonId: z.uuid().describe('The record that stays'),
    otherPersonId: z.uuid(),
    choices: choicesInput.prefault({}),
  }),
  output: z.object({ mergeId: z.uuid(), keptPersonId: z.uuid() }),
  example: ({ duplicates }) => ({
    keptPersonId: duplicates.firstPersonId,
    otherPersonId: duplicates.secondPersonId,
    choices: { email: 'both' as const, address: 'kept' as const },
  }),
  audit: ({ keptPersonId, otherPersonId }, { mergeId }) => ({
    kind: 'person',
    id: keptPersonId,
    detail: { otherPersonId, mergeId },
  }),
  async run(context, { keptPersonId, otherPersonId, choices }) {
    return { mergeId: await putTogether(context, keptPersonId, otherPersonId, choices), keptPersonId }
  },
})
