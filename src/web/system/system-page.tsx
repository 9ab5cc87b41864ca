import { listRoleGrants } from '#modules/organisation/index.ts'
import { listAuditEntries } from '#platform/audit/index.ts'
import { pageTitle } from '../account/page-title.ts'
import { useTexts } from '../language.tsx'
import { visitOf } from '../request-context.ts'
import { ButtonLink, Card, Columns, PageHead } from '../ui/index.ts'
import { systemTexts } from './messages/system.ts'
import type { Route } from './+types/system-page'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(systemTexts, 'title', matches)

export function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf({ context })
  return {
    access: visit.may(listRoleGrants),
    audit: visit.may(listAuditEntries),
    person: visit.actor.kind === 'person',
  }
}

/** The way to what those who look after the system need. */
export default function SystemPage({ loaderData }: Route.ComponentProps) {
  const t = useTexts(systemTexts)
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Columns>
        {loaderData.access ? (
          <Card title={t('access.title')}>
            <p>{t('access.card')}</p>
            <p>
              <ButtonLink href="/system/access">{t('access.open')}</ButtonLink>
            </p>
          </Card>
        ) : null}
        {loaderData.audit ? (
          <Card title={t('audit.title')}>
            <p>{t('audit.card')}</p>
            <p>
              <ButtonLink href="/system/audit">{t('audit.open')}</ButtonLink>
            </p>
          </Card>
        ) : null}
        {loaderData.person ? (
          <Card title={t('own.title')}>
            <p>{t('own.card')}</p>
            <p>
              <ButtonLink href="/system/audit/own">{t('own.open')}</ButtonLink>
            </p>
          </Card>
        ) : null}
        <Card title={t('interface.title')}>
          <p>{t('interface.card')}</p>
          <p>
            <ButtonLink href="/api">{t('interface.open')}</ButtonLink>
          </p>
        </Card>
      </Columns>
    </>
  )
}
