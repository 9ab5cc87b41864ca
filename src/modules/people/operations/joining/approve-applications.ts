import { sql } from 'kysely'
import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import type { OperationContext } from '#platform/operations/context.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { mustBeLookedAt, signsOfSame } from '../../rules/joining/same-person.ts'
import { admitKnown, admitNew, creditedAmong, followUp, type Admitted } from '../../store/joining/admit.ts'
import { ownOrganisation, sendJoinMail } from '../../store/joining/join-mail.ts'
import { liftSuppressions } from '../../store/joining/lift-suppressions.ts'
import { recognisedIn, samePersons } from '../../store/joining/same-persons.ts'
import { applicationsForDecision, appliedOf, emptied, type Application } from '../../store/joining/waiting.ts'
import { personsIn } from '../persons-in.ts'

/**
 * Approves one application or many at once. Each becomes a person in the register, or somebody who is there already, with
 * memberships and a task to meet them. Those who look like somebody in the register are left in the queue until somebody has
 * looked and said who they are.
 */
export const approveApplications = writeOperation({
  name: 'approve-applications',
  summary: 'Approve applications: each becomes a member, and somebody is to welcome them.',
  route: 'POST /people/applications/approve',
  policy: registrarPolicy,
  input: z.object({
    applicationIds: z.array(z.uuid()).min(1).max(1000),
    looked: z
      .array(
        z.object({
          applicationId: z.uuid(),
          personId: z.uuid().nullable().describe('Who it is; null for somebody new'),
        }),
      )
      .max(1000)
      .default([])
      .describe('Of those who may be in the register already: who they are'),
  }),
  output: z.object({
    approved: z.array(z.object({ applicationId: z.uuid(), personId: z.uuid() })),
    decidedBefore: z.int(),
    toLookAt: z.array(z.uuid()).describe('Left in the queue: they may be in the register already'),
  }),
  example: ({ joining }) => ({ applicationIds: [joining.applicationId] }),
  audit: (_input, output) => ({
    kind: 'application',
    id: output.approved.length === 1 ? (output.approved[0]?.applicationId ?? null) : null,
    aboutPersonIds: personsIn(output.approved),
    detail: { approved: output.approved.length, left: output.toLookAt.length },
  }),
  async run(context, { applicationIds, looked }) {
    const rows = await applicationsForDecision(context, applicationIds)
    const waiting = rows.filter((row) => row.state === 'waiting')
    const said = new Map(looked.map(({ applicationId, personId }) => [applicationId, personId]))
    const toLookAt = await unclear(context, waiting, said)
    const clear = waiting.filter(({ id }) => !toLookAt.has(id))
    const admitted: Admitted[] = await admitNew(
      context,
      clear.filter(({ id }) => !said.get(id)),
    )
    for (const application of clear) {
      const personId = said.get(application.id)
      if (personId) admitted.push(await admitKnown(context, application, personId))
    }
    if (admitted.length > 0) {
      await followUp(context, admitted)
      await liftSuppressions(context, admitted)
      await markApproved(context, admitted)
      await tellThem(context, admitted)
    }
    return {
      approved: admitted.map(({ application, person }) => ({
        applicationId: application.id,
        personId: person.id,
      })),
      decidedBefore: rows.length - waiting.length,
      toLookAt: [...toLookAt],
    }
  },
})

/** Those about whom nobody has said whether they are somebody in the register, or somebody further up among the same. */
async function unclear(
  { db }: OperationContext,
  waiting: readonly Application[],
  said: ReadonlyMap<string, string | null>,
): Promise<Set<string>> {
  const unsaid = waiting.filter(({ id }) => !said.has(id))
  const known = await samePersons(db, unsaid.map(appliedOf))
  const toLookAt = new Set<string>()
  const seen = new Map<string, Application[]>()
  for (const application of waiting) {
    const alike = seen.get(application.family_key) ?? []
    const isUnsaid = !said.has(application.id)
    const twice = alike.some((other) =>
      mustBeLookedAt(signsOfSame(recognisedIn(appliedOf(application)), recognisedIn(appliedOf(other)))),
    )
    const inRegister = known.get(application.id)?.some(({ signs }) => mustBeLookedAt(signs)) ?? false
    if (isUnsaid && (twice || inRegister)) toLookAt.add(application.id)
    seen.set(application.family_key, [...alike, application])
  }
  return toLookAt
}

/** What an application said about somebody stands in the register from now on, and nowhere else. */
async function markApproved(context: OperationContext, admitted: readonly Admitted[]): Promise<void> {
  const { db, now } = context
  const credited = await creditedAmong(context, admitted)
  const ids = admitted.map(({ application }) => application.id)
  await db
    .updateTable('people.application')
    .set({ ...emptied, state: 'approved', decided_at: now, decided_by_name: actorName(context).name })
    .where('id', 'in', ids)
    .execute()
  await sql`
    update people.application application set person_id = decided.person_id, credited = decided.credited
    from unnest(${ids}::uuid[], ${admitted.map(({ person }) => person.id)}::uuid[],
      ${ids.map((id) => credited.has(id))}::boolean[]) as decided (id, person_id, credited)
    where application.id = decided.id`.execute(db)
}

async function tellThem(context: OperationContext, admitted: readonly Admitted[]): Promise<void> {
  const { services, afterCommit, db } = context
  const { name: organisation } = await ownOrganisation(context)
  const units = new Map(
    (await db.selectFrom('organisation.unit').select(['id', 'name']).execute()).map(({ id, name }) => [
      id,
      name,
    ]),
  )
  for (const { application } of admitted) {
    await sendJoinMail(
      context,
      'approved',
      {
        email: application.email,
        language: application.language === 'en' ? 'en' : 'sv',
        unitId: application.unit_id,
      },
      { name: application.given_name, organisation, unit: units.get(application.unit_id) ?? '' },
    )
  }
  afterCommit(() => services.mail.nudge())
}
