import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, PageHead, Status } from '#web/ui/index.ts'
import { listUnitHealth } from '../../operations/posts/list-unit-health.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(postsTexts, 'health', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const shown = await orProblemPage(visit.call(listUnitHealth, asked ? { asOf: asked } : {}))
  return { ...shown, asked, ways: waysOf(visit) }
}

/** What each unit has of what a unit needs: those that lack most come first. A new association's list of what to do. */
export default function HealthPage() {
  const { units, asked, ways } = useLoaderData<typeof loader>()
  const t = useTexts(postsTexts)
  const missing = (unit: (typeof units)[number]) => unit.checks.filter((each) => !each.holds)
  const inOrder = units.toSorted((one, other) => missing(other).length - missing(one).length)
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('health')}
        lead={t('healthLead')}
      />
      <OrganisationWays asked={asked} current="health" ways={ways} />
      <AsOfControl asked={asked} />
      {units.length === 0 ? <EmptyState title={t('healthNone')}>{t('healthNoneText')}</EmptyState> : null}
      {inOrder.map((unit) => (
        <Card
          key={unit.unitId}
          title={<a href={onDay(`/organisation/units/${unit.unitId}`, asked)}>{unit.name}</a>}
        >
          <p className={styles.soft}>
            {t('healthFacts', { members: unit.members, vacant: unit.vacant })}{' '}
            {unit.lastActive ? t('healthActive', { day: unit.lastActive }) : ''}
          </p>
          {missing(unit).length === 0 ? (
            <p>
              <Status tone="good">{t('healthWhole')}</Status>
            </p>
          ) : (
            <ul className={styles.marks}>
              {missing(unit).map(({ check }) => (
                <li key={check}>
                  <Status tone="warn">{t(`missing.${check}`)}</Status>
                </li>
              ))}
            </ul>
          )}
        </Card>
      ))}
    </>
  )
}
