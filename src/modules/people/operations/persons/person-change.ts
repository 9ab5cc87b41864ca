import { z } from 'zod'
import type { OperationContext } from '#platform/operations/context.ts'
import type { AuditSubject } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { personForChange } from '../../store/find-person.ts'
import { accountOf } from '../../store/persons/account-of.ts'
import type { Shield } from '../../store/record-event.ts'

/** Whose record was read or changed: for the log, which the person concerned may read. */
export const aboutShape = z.object({
  personId: z.uuid(),
  /** The unit that keeps the record. */
  unitId: z.uuid(),
  /** The person's own account, when there is one. */
  accountUserId: z.string().nullable(),
})
export type About = z.infer<typeof aboutShape>

/** The log's words for an operation about one person. */
export function personSubject(about: About, detail?: AuditSubject['detail']): AuditSubject {
  const { personId, unitId, accountUserId } = about
  const subject: AuditSubject = { kind: 'person', id: personId, unitId, aboutUserId: accountUserId }
  return detail ? { ...subject, detail } : subject
}

/** Whose record it is, as an operation answers and the log says. */
export async function aboutPerson(context: OperationContext, person: Shield): Promise<About> {
  return {
    personId: person.id,
    unitId: person.homeUnitId,
    accountUserId: await accountOf(context, person.id),
  }
}

/**
 * Changes something in a person's record, which is locked meanwhile and has one revision more afterwards.
 * @param expectedRevision the one the caller has seen
 * @throws {Problem} notFound; changedMeanwhile when somebody else has changed the record since
 */
export async function changePerson(
  context: OperationContext,
  personId: string,
  work: (person: Awaited<ReturnType<typeof personForChange>>) => Promise<Shield | void>,
  expectedRevision?: number,
): Promise<About> {
  const person = await personForChange(context, personId)
  if (expectedRevision !== undefined && expectedRevision !== person.revision) {
    throw new Problem('changedMeanwhile', { facts: { revision: person.revision } })
  }
  const now = (await work(person)) ?? person
  await context.db
    .updateTable('people.person')
    .set({ revision: person.revision + 1 })
    .where('id', '=', personId)
    .execute()
  return aboutPerson(context, now)
}
