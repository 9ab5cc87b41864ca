import { roleTexts } from '#platform/access/messages/roles.ts'
import {
  data,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { roles, type Role } from '#platform/access/roles.ts'
import { useTexts } from '#web/language.tsx'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Columns, Disclosure, EmptyState, FactList, Notice, PageHead } from '#web/ui/index.ts'
import { organisationTexts } from '../messages/organisation.ts'
import { endRoleGrant } from '../operations/end-role-grant.ts'
import { grantRole } from '../operations/grant-role.ts'
import { invitePerson } from '../operations/invite-person.ts'
import { listRoleGrants } from '../operations/list-role-grants.ts'
import { listUnits } from '../operations/list-units.ts'
import { withdrawInvitation } from '../operations/withdraw-invitation.ts'
import { mayGive, rolesToGive } from '../rules/trust.ts'
import { EndGrant, GiveRole, InviteSomebody } from './access-forms.tsx'
import { accessPageTexts } from './access-texts.ts'
import { GrantTable, InvitationTable } from './access-tables.tsx'
import styles from './access.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(accessPageTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { searchParams } = new URL(request.url)
  const ended = searchParams.has('ended')
  const { grants, invitations } = await orProblemPage(visit.call(listRoleGrants, { ended }))
  const { units } = await orProblemPage(visit.call(listUnits, {}))
  const own = visit.actor.kind === 'person' ? visit.actor.grants : []
  const mine = visit.actor.kind === 'person' ? visit.actor.userId : ''
  const may = ({ role, unitId }: { role: Role; unitId: string }) => mayGive(own, role, unitId)
  return {
    ended,
    grants: grants.map((grant) => ({ ...grant, mayEnd: may(grant) })),
    invitations: invitations.map((invitation) => ({ ...invitation, mayEnd: may(invitation) })),
    alone: grants.every((grant) => grant.userId === mine) && invitations.length === 0,
    give: {
      roles: rolesToGive(own),
      units: units.filter((unit) => own.some((grant) => grant.unitIds.includes(unit.id))),
      people: [...new Map(grants.map(({ userId, name }) => [userId, { userId, name }])).values()],
    },
    ending: grants.find((grant) => grant.id === searchParams.get('end') && may(grant)) ?? null,
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.trim() : ''
  }
  const intent = field('intent')
  const answer = await orFormProblem(visit, organisationTexts, form, async () => {
    const role = roles.find((each) => each === field('role')) as Role
    switch (intent) {
      case 'end': {
        const lastDay = field('lastDay')
        await visit.call(endRoleGrant, { grantId: field('grant'), ...(lastDay ? { lastDay } : {}) })
        return { done: 'ended' as const }
      }
      case 'withdraw':
        await visit.call(withdrawInvitation, { invitationId: field('invitation') })
        return { done: 'withdrawn' as const }
      case 'invite':
        return invited(
          await visit.call(invitePerson, {
            name: field('name'),
            email: field('email'),
            role,
            unitId: field('unit'),
          }),
        )
      default: {
        const validTo = field('validTo')
        const given = await visit.call(grantRole, {
          userId: field('person'),
          role,
          unitId: field('unit'),
          ...(validTo ? { validTo } : {}),
        })
        return { done: given.alreadyHeld ? ('held' as const) : ('given' as const) }
      }
    }
  })
  return 'done' in answer ? { ...answer, intent } : data({ ...answer.data, intent }, answer.init ?? {})
}

function invited({ link }: { link: string | null }) {
  return { done: 'invited' as const, link }
}

export default function Access() {
  const loaderData = useLoaderData<typeof loader>()
  const actionData = useActionData<typeof action>()
  const t = useTexts(accessPageTexts)
  const role = useTexts(roleTexts)
  const { ended, grants, invitations, alone, give, ending } = loaderData
  const problem = actionData && 'problem' in actionData ? actionData.problem : undefined
  const at = (intent: string) => (actionData?.intent === intent ? problem : undefined)
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/', label: t('home') },
          { href: '/system', label: t('system') },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead')}
        actions={
          <ButtonLink href={ended ? '/system/access' : '/system/access?ended'} small>
            {t(ended ? 'hideEnded' : 'showEnded')}
          </ButtonLink>
        }
      />
      {actionData && 'done' in actionData ? (
        <Notice tone="good" live>
          <p>{t('link' in actionData && actionData.link ? 'done.ready' : `done.${actionData.done}`)}</p>
          {'link' in actionData && actionData.link ? (
            <>
              <p>{t('handOver')}</p>
              <p>
                <code className={styles.link}>{actionData.link}</code>
              </p>
            </>
          ) : null}
        </Notice>
      ) : null}
      <FormNotices problem={problem} />
      {alone ? <EmptyState title={t('aloneTitle')}>{t('aloneText')}</EmptyState> : null}
      {ending && !(actionData && 'done' in actionData) ? (
        <EndGrant grant={ending} problem={at('end')} />
      ) : null}
      <GrantTable grants={grants} />
      {invitations.length > 0 ? <InvitationTable invitations={invitations} /> : null}
      {give.roles.length > 0 ? (
        <Columns>
          <InviteSomebody give={give} problem={at('invite')} />
          <GiveRole give={give} problem={at('give')} />
        </Columns>
      ) : null}
      <Disclosure summary={t('rolesTitle')}>
        <FactList facts={roles.map((each) => ({ label: role(`role.${each}`), value: t(`does.${each}`) }))} />
      </Disclosure>
    </>
  )
}
