import { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { readParties } from '../../store/elections/parties.ts'

/**
 * Adds a party, or changes what one is called and whether it is our own: one is, at most. Results keep the names they were
 * printed with.
 */
export const setParty = writeOperation({
  name: 'set-party',
  summary: 'Add a party or change its name, short name and whether it is the organisation’s own.',
  route: 'POST /people/parties',
  policy: { allow: 'roles', roles: ['owner', 'registrar', 'secretary'], heldIn: 'topUnit' },
  input: z.object({
    partyId: z.uuid().optional().describe('Left out for a new one'),
    name: z.string().trim().min(1).max(100),
    shortName: z.string().trim().max(20).default(''),
    own: z.boolean().default(false),
  }),
  output: z.object({ partyId: z.uuid() }),
  example: ({ elections }) => ({ partyId: elections.partyId, name: 'Alfapartiet', shortName: 'A' }),
  audit: (input, output) => ({ kind: 'party', id: output.partyId, detail: { name: input.name } }),
  async run({ db, now, organisationId }, { partyId, name, shortName, own }) {
    const parties = await readParties(db)
    if (partyId) found(parties.find(({ id }) => id === partyId))
    const taken = parties.find(
      (party) => party.id !== partyId && party.name.toLocaleLowerCase('sv') === name.toLocaleLowerCase('sv'),
    )
    if (taken) {
      throw new Problem('invalidInput', { issues: [{ path: ['name'], message: 'party.thereAlready' }] })
    }
    if (own) {
      await db.updateTable('people.party').set({ own: false }).where('own', '=', true).execute()
    }
    const id = partyId ?? newId()
    const facts = { name, short_name: shortName, own }
    if (partyId) await db.updateTable('people.party').set(facts).where('id', '=', id).execute()
    else {
      await db
        .insertInto('people.party')
        .values({ organisation_id: organisationId, id, ...facts, recorded_at: now })
        .execute()
    }
    return { partyId: id }
  },
})
