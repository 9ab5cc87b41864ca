import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, EmptyState, PageHead, Status } from '#web/ui/index.ts'
import { listJoinPages } from '../../../operations/joining/list-join-pages.ts'
import { listPostalCodeUnits } from '../../../operations/joining/list-postal-code-units.ts'
import { JoiningTabs, joiningParts } from '../joining-tabs.tsx'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(joiningTexts, 'pages.title', matches)

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { pages } = await orProblemPage(visit.call(listJoinPages, {}))
  return { pages, parts: joiningParts(visit), mayPostalCodes: visit.may(listPostalCodeUnits) }
}

/** The pages that people join through, how many have, and the way to make another. */
export default function JoinPagesPage() {
  const { pages, parts, mayPostalCodes } = useLoaderData<typeof loader>()
  const t = useTexts(joiningTexts)
  const create = (
    <ButtonLink kind="primary" href="/people/joining/new">
      {t('pages.new')}
    </ButtonLink>
  )
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('people') }]}
        crumbsLabel={t('crumbs')}
        title={t('pages.title')}
        lead={t('pages.lead')}
        actions={create}
      />
      <JoiningTabs shown={parts} current="joining" />
      {pages.length === 0 ? (
        <EmptyState title={t('pages.none')} action={create}>
          {t('pages.noneText')}
        </EmptyState>
      ) : (
        <Card>
          <ul className={styles.list}>
            {pages.map((page) => (
              <li key={page.id} className={styles.item}>
                <div className={styles.head}>
                  <h2>
                    <a href={`/people/joining/${page.id}`}>{page.title}</a>
                  </h2>
                  <Status tone={page.state === 'open' ? 'good' : 'plain'}>{t(`state.${page.state}`)}</Status>
                </div>
                <p className={styles.soft}>
                  {page.unitName} · {page.source} ·{' '}
                  {page.target === null
                    ? t('pages.uses', { uses: page.uses })
                    : t('pages.usesOf', { uses: page.uses, target: page.target })}
                </p>
                <p className={styles.link}>
                  <a href={page.link}>{page.link}</a>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {mayPostalCodes ? (
        <p>
          <a href="/people/joining/postal-codes">{t('postal.title')}</a>
        </p>
      ) : null}
    </>
  )
}
