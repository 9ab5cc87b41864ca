import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, PageHead } from '#web/ui/index.ts'
import { listUnits } from '../../operations/list-units.ts'
import { chartLayout } from '../../rules/chart-layout.ts'
import { ChartDrawing } from './chart-drawing.tsx'
import { dayAsked } from './day-asked.ts'
import { unitAddress } from './unit-list.tsx'
import { unitTexts } from './units-texts.ts'
import styles from './units.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(unitTexts, 'chart', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = dayAsked(request)
  const { asOf, units } = await orProblemPage(
    visitOf({ context }).call(listUnits, asked ? { asOf: asked } : {}),
  )
  return { asked, asOf, layout: chartLayout(units) }
}

/** The organisation as a drawing, on any day. */
export default function ChartPage() {
  const { asked, asOf, layout } = useLoaderData<typeof loader>()
  const t = useTexts(unitTexts)
  const day = asked ? `?asOf=${asked}` : ''
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/', label: t('home') },
          { href: `/organisation${day}`, label: t('title') },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('chart')}
        lead={t('chartLead', { day: asOf })}
        actions={
          <ButtonLink href={`/organisation/chart.svg${day}`} small>
            {t('chartFile')}
          </ButtonLink>
        }
      />
      {/* A region that scrolls must be reachable by keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section className={styles.drawing} tabIndex={0} aria-label={t('chart')}>
        <ChartDrawing layout={layout} title={t('chart')} address={(id) => unitAddress(id, asked)} />
      </section>
    </>
  )
}
