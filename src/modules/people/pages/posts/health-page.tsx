import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, PageHead, Status } from '#web/ui/index.ts'
import { listUnitHealth } from '../../operations/posts/list-unit-health.ts'
import { OrganisationWays, waysOf } from './organisation-ways.tsx'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(postsTexts, 'health', matches)

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  return { ...(await orProblemPage(visit.call(listUnitHealth, {}))), ways: waysOf(visit) }
}

/** What each unit has of what a unit needs: those that lack most come first. A new association's list of what to do. */
export default function HealthPage() {
  const { units, ways } = useLoaderData<typeof loader>()
  const t = useTexts(postsTexts)
  const missing = (unit: (typeof units)[number]) => unit.checks.filter((each) => !each.holds)
  const inOrder = units.toSorted((one, other) => missing(other).length - missing(one).length)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/organisation', label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('health')}
        lead={t('healthLead')}
      />
      <OrganisationWays current="health" ways={ways} />
      {inOrder.map((unit) => (
        <Card key={unit.unitId} title={<a href={`/organisation/units/${unit.unitId}`}>{unit.name}</a>}>
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
