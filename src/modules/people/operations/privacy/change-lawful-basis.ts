import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { basisFault, lawfulBases, type LawfulBasis } from '../../rules/privacy/lawful-basis.ts'
import { consentHolds } from '../../rules/privacy/consent-holds.ts'
import { personForChange } from '../../store/find-person.ts'
import { recordEvent } from '../../store/record-event.ts'

/** Says on which ground a record is kept (GDPR art. 6 and 9); the ground must be there. */
export const changeLawfulBasis = writeOperation({
  name: 'change-lawful-basis',
  summary: 'Change the lawful basis that a person’s record is kept on.',
  route: 'PUT /people/persons/{personId}/lawful-basis',
  policy: registrarPolicy,
  input: z.object({ personId: z.uuid(), basis: z.enum(lawfulBases) }),
  output: z.object({ before: z.enum(lawfulBases) }),
  example: ({ people }) => ({ personId: people.otherPersonId, basis: 'publicRole' as const }),
  audit: ({ personId, basis }, { before }) => ({ kind: 'person', id: personId, detail: { before, basis } }),
  async run(context, { personId, basis }) {
    const person = await personForChange(context, personId)
    const { db, now } = context
    const { lawful_basis: stands } = await db
      .selectFrom('people.person')
      .select('lawful_basis')
      .where('id', '=', personId)
      .executeTakeFirstOrThrow()
    const before = stands as LawfulBasis
    const memberships = await db
      .selectFrom('people.membership')
      .select(['status', 'valid_to'])
      .where('person_id', '=', personId)
      .where('replaced_at', 'is', null)
      .execute()
    const consents = await db
      .selectFrom('people.consent')
      .select(['withdrawn_at as withdrawnAt', 'expires_on as expiresOn'])
      .where('person_id', '=', personId)
      .execute()
    const fault = basisFault(before, basis, {
      memberEver: memberships.some(({ status }) => status !== 'applied'),
      applied: memberships.some(({ status, valid_to }) => status === 'applied' && valid_to === null),
      consents: consents.some((consent) => consentHolds(consent, today(now))),
    })
    if (fault) throw new Problem('notPossibleNow', { detail: fault })
    if (before !== basis) {
      await db
        .updateTable('people.person')
        .set({ lawful_basis: basis, revision: person.revision + 1 })
        .where('id', '=', personId)
        .execute()
      await recordEvent(context, person, 'changed', { field: 'lawfulBasis', before, after: basis })
    }
    return { before }
  },
})
