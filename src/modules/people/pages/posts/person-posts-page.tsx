import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { listUnits } from '#modules/organisation/index.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked } from '#web/as-of/as-of.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, PageHead, Status } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { endRemuneration } from '../../operations/posts/end-remuneration.ts'
import { getPersonPosts } from '../../operations/posts/get-person-posts.ts'
import { setRemuneration } from '../../operations/posts/set-remuneration.ts'
import { withdrawPost } from '../../operations/posts/withdraw-post.ts'
import { bodyAddress, postsAddress, publicBodyAddress } from './addresses.ts'
import { formFields } from '#web/form-fields.ts'
import { useMandateWords } from './mandate-line.tsx'
import { postsTexts } from './posts-texts.ts'
import { RemunerationForms } from './remuneration-forms.tsx'
import { RemunerationTable, usePercent } from './remuneration-table.tsx'
import styles from './posts.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(postsTexts, 'postsOf', matches, { name: loaderData?.name ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const posts = await orProblemPage(
    visit.call(getPersonPosts, { personId: params['person'] ?? '', ...(asked ? { asOf: asked } : {}) }),
  )
  const mayPay = !asked && visit.may(setRemuneration)
  return {
    ...posts,
    asked,
    mayPay,
    units: mayPay ? (await orProblemPage(visit.call(listUnits, {}))).units : [],
    done: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const { field, day } = formFields(form)
  const [postKind, postId = ''] = field('post').split(' ')
  const carriedOut = async () => {
    switch (field('change')) {
      case 'endPaid':
        return visit.call(endRemuneration, {
          remunerationId: field('remunerationId'),
          reason: field('reason'),
          ...day('lastDay'),
        })
      case 'withdrawPaid':
        return visit.call(withdrawPost, { kind: 'remuneration', id: field('remunerationId') })
      default:
        return visit.call(setRemuneration, {
          ...(postKind === 'term' ? { termId: postId } : { mandateId: postId }),
          kind: field('kind') as 'part',
          ...(field('degree') ? { degree: field('degree') } : {}),
          areas: field('areas')
            .split(',')
            .map((area) => area.trim())
            .filter(Boolean),
          ...day('from'),
          ...day('to'),
          reason: field('reason'),
          temporary: field('change') === 'raise',
          purpose: field('purpose'),
          supportedUnitIds: form.getAll('supportedUnitIds').map(String),
          ...(field('hours') ? { hours: field('hours') } : {}),
        })
    }
  }
  return orFormProblem(visit, peopleTexts, form, async () => {
    await carriedOut()
    return redirect(`${postsAddress(params['person'] ?? '')}?done`)
  })
}

/** What somebody holds and has held, and what is paid for it. */
export default function PersonPostsPage() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(postsTexts)
  const words = useMandateWords()
  const percent = usePercent()
  const { personId, name, terms, mandates, remunerations, networks, asked } = loaded
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const none = terms.length + mandates.length + networks.length === 0
  const span = (row: { validFrom: string; validTo: string | null }) =>
    row.validTo ? t('fromTo', { from: row.validFrom, to: row.validTo }) : t('since', { day: row.validFrom })
  return (
    <>
      <PageHead
        crumbs={[{ href: `/people/${personId}`, label: name }]}
        crumbsLabel={t('crumbs')}
        title={t('postsOf', { name })}
      />
      <FormNotices done={loaded.done ? t('done') : null} problem={problem} sayFields="any" />
      <AsOfControl asked={asked} />
      {none ? <EmptyState title={t('postsNone')}>{t('postsNoneText')}</EmptyState> : null}
      {terms.length > 0 ? (
        <Card title={t('roles')}>
          <ul className={styles.list}>
            {terms.map((term) => (
              <li key={term.id}>
                {term.role}, <a href={bodyAddress(term.bodyId, asked)}>{term.bodyName}</a>{' '}
                <span className={styles.soft}>
                  {[
                    span(term),
                    term.appointedBy ? t('appointedByName', { name: term.appointedBy }) : '',
                    term.decision,
                    term.endedReason,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {mandates.length > 0 ? (
        <Card title={t('mandates')}>
          <ul className={styles.list}>
            {mandates.map((mandate) => (
              <li key={mandate.id}>
                {words(mandate)},{' '}
                <a href={publicBodyAddress(mandate.publicBodyId, asked)}>{mandate.bodyName}</a>{' '}
                <span className={styles.soft}>
                  {[
                    mandate.partyGroup,
                    span(mandate),
                    mandate.viaAgreement ? t('viaAgreementName', { name: mandate.viaAgreement }) : '',
                    mandate.endedReason,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {remunerations.length > 0 ? (
        <Card title={t('remuneration')}>
          {loaded.degree === null ? null : (
            <p>
              {t('degreeOn', { day: loaded.asOf, degree: percent(loaded.degree) })}{' '}
              {loaded.overFull ? <Status tone="warn">{t('overFull')}</Status> : null}
            </p>
          )}
          <RemunerationTable label={t('remuneration')} remunerations={remunerations} />
        </Card>
      ) : null}
      {networks.length > 0 ? (
        <Card title={t('networks')}>
          <ul className={styles.list}>
            {networks.map((network) => (
              <li key={network.id}>
                <a href={bodyAddress(network.bodyId, asked)}>{network.name}</a>{' '}
                <span className={styles.soft}>{span(network)}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {loaded.mayPay && terms.length + mandates.length > 0 ? (
        <RemunerationForms {...loaded} problem={problem} />
      ) : null}
    </>
  )
}
