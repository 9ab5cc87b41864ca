import { listRoleGrants } from '#modules/organisation/index.ts'
import { exportEverything } from '#modules/people/index.ts'
import { listAuditEntries } from '#platform/audit/index.ts'
import { listOutboxMessages } from '#platform/mail/index.ts'
import { getSystemStatus } from '#platform/system/index.ts'
import { pageTitle } from '../account/page-title.ts'
import { useTexts } from '../language.tsx'
import { visitOf } from '../request-context.ts'
import { ButtonLink, Card, Columns, PageHead } from '../ui/index.ts'
import { systemTexts } from './messages/system.ts'
import type { Route } from './+types/system-page'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(systemTexts, 'title', matches)

export function loader({ context }: Route.LoaderArgs) {
  const visit = visitOf({ context })
  const parts = [
    { key: 'access', href: '/system/access', shown: visit.may(listRoleGrants) },
    { key: 'audit', href: '/system/audit', shown: visit.may(listAuditEntries) },
    { key: 'outbox', href: '/system/outbox', shown: visit.may(listOutboxMessages) },
    { key: 'status', href: '/system/status', shown: visit.may(getSystemStatus) },
    { key: 'everything', href: '/system/everything', shown: visit.may(exportEverything) },
    { key: 'own', href: '/system/audit/own', shown: visit.actor.kind === 'person' },
    { key: 'interface', href: '/api', shown: true },
    { key: 'design', href: '/design', shown: true },
  ] as const
  return { parts: parts.filter(({ shown }) => shown) }
}

/** The way to what those who look after the system need; what the visitor may not use is not shown. */
export default function SystemPage({ loaderData }: Route.ComponentProps) {
  const t = useTexts(systemTexts)
  return (
    <>
      <PageHead title={t('title')} lead={t('lead')} />
      <Columns>
        {loaderData.parts.map(({ key, href }) => (
          <Card key={key} title={t(`${key}.title`)}>
            <p>{t(`${key}.card`)}</p>
            <p>
              <ButtonLink href={href}>{t(`${key}.open`)}</ButtonLink>
            </p>
          </Card>
        ))}
      </Columns>
    </>
  )
}
