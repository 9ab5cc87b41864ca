import { z } from 'zod'
import { actorName } from '#platform/operations/actor-name.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { registrarPolicy } from '../../people-roles.ts'
import { ownOrganisation, sendJoinMail } from '../../store/joining/join-mail.ts'
import { applicationsForDecision } from '../../store/joining/waiting.ts'

/** Refuses an application, with a reason that the applicant is told. It is forgotten some time after. */
export const refuseApplication = writeOperation({
  name: 'refuse-application',
  summary: 'Refuse an application with a reason; the applicant is told by mail.',
  route: 'POST /people/applications/{applicationId}/refuse',
  policy: registrarPolicy,
  input: z.object({
    applicationId: z.uuid(),
    reason: z.string().trim().min(1).max(1000).describe('Told to the applicant'),
  }),
  output: z.object({ applicationId: z.uuid() }),
  example: ({ joining }) => ({ applicationId: joining.applicationId, reason: 'Vi hittar inte adressen.' }),
  audit: (input) => ({ kind: 'application', id: input.applicationId }),
  async run(context, { applicationId, reason }) {
    const { db, now, services, afterCommit } = context
    const [application] = await applicationsForDecision(context, [applicationId])
    if (!application || application.state !== 'waiting') {
      throw new Problem('notPossibleNow', { detail: 'application.decided' })
    }
    await db
      .updateTable('people.application')
      .set({ state: 'refused', decided_at: now, decided_by_name: actorName(context).name, reason })
      .where('id', '=', applicationId)
      .execute()
    const { name: organisation } = await ownOrganisation(context)
    await sendJoinMail(
      context,
      'refused',
      {
        email: application.email,
        language: application.language === 'en' ? 'en' : 'sv',
        unitId: application.unit_id,
      },
      { name: application.given_name, organisation, reason },
    )
    afterCommit(() => services.mail.nudge())
    return { applicationId }
  },
})
