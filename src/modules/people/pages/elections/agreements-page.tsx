import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, PageHead, Status } from '#web/ui/index.ts'
import { listAgreementPosts } from '../../operations/elections/list-agreement-posts.ts'
import { publicBodyAddress } from '../posts/addresses.ts'
import { MandateLine } from '../posts/mandate-line.tsx'
import { electionsTexts } from './elections-texts.ts'
import styles from './elections.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(electionsTexts, 'agreements', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const shown = await orProblemPage(visit.call(listAgreementPosts, asked ? { asOf: asked } : {}))
  return { ...shown, asked }
}

/** Posts by the agreement that gave them. */
export default function AgreementsPage() {
  const { asOf, agreements, asked } = useLoaderData<typeof loader>()
  const t = useTexts(electionsTexts)
  return (
    <>
      <PageHead
        crumbs={[
          { href: onDay('/organisation', asked), label: t('organisation') },
          { href: onDay('/organisation/mandates', asked), label: t('mandates') },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('agreements')}
        lead={t('agreementsLead')}
      />
      <AsOfControl asked={asked} />
      {agreements.length === 0 ? (
        <EmptyState title={t('agreementsNone')}>{t('agreementsNoneText')}</EmptyState>
      ) : (
        agreements.map((agreement) => (
          <Card key={agreement.name} title={agreement.name}>
            <p className={styles.soft}>{t('agreementHeld', { count: agreement.held, day: asOf })}</p>
            <ul className={styles.list}>
              {agreement.posts.map((post) => (
                <li key={post.id}>
                  <a href={publicBodyAddress(post.publicBodyId, asked)}>{post.bodyName}</a>:{' '}
                  <MandateLine mandate={{ ...post, viaAgreement: '' }} />{' '}
                  {post.holds ? null : <Status tone="plain">{t('notThen')}</Status>}
                </li>
              ))}
            </ul>
          </Card>
        ))
      )}
    </>
  )
}
