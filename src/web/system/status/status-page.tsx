import { getSystemStatus } from '#platform/system/index.ts'
import { pageTitle } from '../../account/page-title.ts'
import { useTexts } from '../../language.tsx'
import { orProblemPage } from '../../page-problem.ts'
import { visitOf } from '../../request-context.ts'
import { Columns, PageHead } from '../../ui/index.ts'
import { systemTexts } from '../messages/system.ts'
import { BackupsCard } from './backups-card.tsx'
import { JobsCard } from './jobs-card.tsx'
import { RunningCard } from './running-card.tsx'
import { statusTexts } from './status-texts.ts'
import type { Route } from './+types/status-page'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(statusTexts, 'title', matches)

export async function loader({ context }: Route.LoaderArgs) {
  return {
    status: await orProblemPage(visitOf({ context }).call(getSystemStatus, {})),
    now: new Date(),
  }
}

export type StatusShown = Route.ComponentProps['loaderData']['status']

/** How the installation is doing, for whoever answers for it. */
export default function StatusPage({ loaderData: { status, now } }: Route.ComponentProps) {
  const t = useTexts(statusTexts)
  const system = useTexts(systemTexts)
  return (
    <>
      <PageHead
        title={t('title')}
        lead={t('lead')}
        crumbs={[{ href: '/system', label: system('title') }]}
        crumbsLabel={system('crumbs')}
      />
      <Columns>
        <BackupsCard backups={status.backups} now={now} />
        <RunningCard status={status} />
      </Columns>
      <JobsCard jobs={status.jobs} />
    </>
  )
}
