import { listOwnEntries } from '#platform/audit/index.ts'
import { pageTitle } from '../../account/page-title.ts'
import { useTexts } from '../../language.tsx'
import { orProblemPage } from '../../page-problem.ts'
import { visitOf } from '../../request-context.ts'
import { Card, EmptyState, PageHead, Tabs } from '../../ui/index.ts'
import { systemTexts } from '../messages/system.ts'
import styles from './audit.module.css'
import { EntryList } from './entry-list.tsx'
import { Pager } from './pager.tsx'
import type { Route } from './+types/own-page'

const sides = ['myData', 'doneByMe'] as const

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(systemTexts, 'own.title', matches)

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const about = sides.find((side) => side === searchParams.get('about')) ?? 'myData'
  const after = searchParams.get('after')
  const found = await orProblemPage(
    visitOf({ context }).call(listOwnEntries, { about, ...(after ? { after } : {}) }),
  )
  return { ...found, about, after }
}

const address = (about: string, after?: string) =>
  `/system/audit/own?${new URLSearchParams({ about, ...(after ? { after } : {}) })}`

/** What has been done with the reader's own data, and what the reader has done. */
export default function OwnPage({ loaderData }: Route.ComponentProps) {
  const t = useTexts(systemTexts)
  const { entries, next, about, after } = loaderData
  return (
    <>
      <PageHead
        title={t('own.title')}
        lead={t('own.lead')}
        crumbs={[{ href: '/system', label: t('title') }]}
        crumbsLabel={t('crumbs')}
      />
      <Tabs
        label={t('own.choose')}
        tabs={sides.map((side) => ({
          href: address(side),
          label: t(`own.${side}`),
          current: side === about,
        }))}
      />
      {entries.length === 0 ? (
        <EmptyState title={t(`own.${about}None`)} />
      ) : (
        <Card title={t('audit.entries')} className={styles.log}>
          <EntryList entries={entries} search={false} />
        </Card>
      )}
      <Pager older={next ? address(about, next) : null} newest={after ? address(about) : null} />
    </>
  )
}
