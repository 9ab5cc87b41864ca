import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { listOwnEntries } from '#platform/audit/index.ts'
import { Moment } from '#web/account/moment.tsx'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, EmptyState, PageHead, Table } from '#web/ui/index.ts'
import { ownTexts } from './own-texts.ts'
import styles from './privacy.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(ownTexts, 'readings', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const after = new URL(request.url).searchParams.get('after')
  const asked = { about: 'myData' as const, ...(after ? { after } : {}) }
  return orProblemPage(visitOf({ context }).call(listOwnEntries, asked))
}

/** Who has read and changed what is kept about one. */
export default function ReadingsPage() {
  const { entries, next } = useLoaderData<typeof loader>()
  const t = useTexts(ownTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/me', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        title={t('readings')}
        lead={t('readingsLead')}
      />
      {entries.length === 0 ? (
        <EmptyState title={t('readingsNone')}>{t('readingsNoneText')}</EmptyState>
      ) : (
        <Card>
          <Table
            className={styles.stacking ?? ''}
            label={t('readings')}
            head={
              <tr>
                <th scope="col">{t('who')}</th>
                <th scope="col">{t('what')}</th>
                <th scope="col">{t('when')}</th>
              </tr>
            }
          >
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <th scope="row">{entry.actorName || t('whoSystem')}</th>
                  <td data-label={t('what')}>{entry.sentence}</td>
                  <td data-label={t('when')}>
                    <Moment at={entry.at} />
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      )}
      {next ? (
        <p>
          <ButtonLink href={`/me/readings?after=${encodeURIComponent(next)}`}>{t('older')}</ButtonLink>
        </p>
      ) : null}
    </>
  )
}
