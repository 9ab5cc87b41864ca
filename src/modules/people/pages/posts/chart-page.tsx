import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, Choice, EmptyState, PageHead } from '#web/ui/index.ts'
import { chartLayout } from '../../rules/posts/chart-layout.ts'
import { bodyAddress, unitAddress } from './addresses.ts'
import { chartAsked } from './chart-asked.ts'
import { ChartDrawing } from './chart-drawing.tsx'
import { ChartList } from './chart-list.tsx'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './chart.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(postsTexts, 'chart', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const shown = await chartAsked(visit, request)
  return { ...shown, layout: chartLayout(shown.tree), ways: waysOf(visit) }
}

/** The organisation on any day, drawn and as a list: its units, and if one likes what meets in each and what is vacant. */
export default function ChartPage() {
  const { asked, asOf, withBodies, tree, layout, ways } = useLoaderData<typeof loader>()
  const t = useTexts(postsTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('chart')}
        lead={t('chartLead', { day: asOf })}
        actions={
          <ButtonLink href={onDay(`/organisation/chart.svg${withBodies ? '?bodies=on' : ''}`, asked)} small>
            {t('chartFile')}
          </ButtonLink>
        }
      />
      <OrganisationWays asked={asked} current="chart" ways={ways} />
      <AsOfControl asked={asked}>
        <Choice label={t('chartBodies')} name="bodies" defaultChecked={withBodies} />
      </AsOfControl>
      {tree.length === 0 ? <EmptyState title={t('healthNone')}>{t('healthNoneText')}</EmptyState> : null}
      {tree.length > 0 ? (
        <>
          {/* A region that scrolls must be reachable by keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <section className={styles.drawing} tabIndex={0} aria-label={t('chart')}>
            <ChartDrawing
              layout={layout}
              title={t('chart')}
              address={{ unit: (id) => unitAddress(id, asked), body: (id) => bodyAddress(id, asked) }}
            />
          </section>
          <Card title={t('chartList')}>
            <ChartList tree={tree} asked={asked} />
          </Card>
        </>
      ) : null}
    </>
  )
}
