import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, EmptyState, PageHead, Status } from '#web/ui/index.ts'
import { listRemunerations } from '../../operations/posts/list-remunerations.ts'
import { postsAddress } from './addresses.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { postsTexts } from './posts-texts.ts'
import { RemunerationTable, usePercent } from './remuneration-table.tsx'
import styles from './posts.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(postsTexts, 'remuneration', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const shown = await orProblemPage(visit.call(listRemunerations, asked ? { asOf: asked } : {}))
  return { ...shown, asked, ways: waysOf(visit) }
}

/** Who was paid for what on a day, by degree of a full time: sums of money are not kept here. */
export default function RemunerationPage() {
  const { asOf, persons, asked, ways } = useLoaderData<typeof loader>()
  const t = useTexts(postsTexts)
  const percent = usePercent()
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('remuneration')}
        lead={t('remunerationLead', { count: persons.length, day: asOf })}
        actions={
          <ButtonLink href="/organisation/remuneration/changes" small>
            {t('toChanges')}
          </ButtonLink>
        }
      />
      <OrganisationWays asked={asked} current="remuneration" ways={ways} />
      <AsOfControl asked={asked} />
      {persons.length === 0 ? (
        <EmptyState title={t('remunerationNone')}>{t('remunerationNoneText')}</EmptyState>
      ) : (
        <>
          <Card title={t('perPerson')}>
            <ul className={styles.list}>
              {persons.map((person) => (
                <li key={person.personId}>
                  <a href={postsAddress(person.personId, asked)}>{person.name}</a>{' '}
                  {person.degree === null ? t('paidKind.hourly') : percent(person.degree)}{' '}
                  {person.overFull ? <Status tone="warn">{t('overFull')}</Status> : null}
                </li>
              ))}
            </ul>
          </Card>
          <Card title={t('perPost')}>
            <RemunerationTable
              label={t('perPost')}
              remunerations={persons.flatMap((person) => person.remunerations)}
              withNames
            />
          </Card>
        </>
      )}
    </>
  )
}
