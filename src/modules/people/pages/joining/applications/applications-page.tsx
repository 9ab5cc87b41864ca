import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { momentText } from '#web/account/moment.tsx'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, EmptyState, Notice, PageHead, Segments, Stack } from '#web/ui/index.ts'
import { listApplications } from '../../../operations/joining/list-applications.ts'
import { JoiningTabs, joiningParts } from '../joining-tabs.tsx'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'
import { ApplicationItem } from './application-item.tsx'
import { decide } from './decide.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(joiningTexts, 'queue.title', matches)

const states = ['waiting', 'approved', 'refused'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const query = new URL(request.url).searchParams
  const state = states.find((each) => each === query.get('state')) ?? 'waiting'
  const shown = await orProblemPage(visit.call(listApplications, { state }))
  const count = (name: string) => (query.has(name) ? Number(query.get(name)) || 0 : null)
  return {
    ...shown,
    state,
    parts: joiningParts(visit),
    approved: count('approved'),
    left: count('left') ?? 0,
    refused: count('refused') !== null,
  }
}

export const action = decide

/** The form that approves those who are ticked; the boxes stand beside each application. */
const bulk = 'approve-many'

/** Everybody who waits for an answer: approved one by one or many at once, or refused with a reason. */
export default function ApplicationsPage() {
  const shown = useLoaderData<typeof loader>()
  const answer = useActionData<typeof decide>()
  const t = useTexts(joiningTexts)
  const language = useLanguage()
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const { applications, state, waiting } = shown
  const simple = applications.filter((each) => each.mayDecide && !each.mustLook)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('people') }]}
        crumbsLabel={t('crumbs')}
        title={t('queue.title')}
        lead={t('queue.lead')}
      />
      <JoiningTabs shown={shown.parts} current="applications" />
      {shown.approved !== null && !problem ? (
        <Notice tone={shown.left > 0 ? 'warn' : 'good'} live>
          <p>{t('queue.approved', { count: shown.approved })}</p>
          {shown.left > 0 ? <p>{t('queue.left', { count: shown.left })}</p> : null}
        </Notice>
      ) : null}
      <FormNotices
        done={shown.refused ? t('queue.refused') : null}
        problem={problem}
        sayFields={['reason']}
      />
      <Segments
        label={t('queue.states')}
        tabs={states.map((each) => ({
          href: each === 'waiting' ? '/people/applications' : `/people/applications?state=${each}`,
          label: t(`queue.tab.${each}`),
          current: each === state,
        }))}
      />
      {applications.length === 0 ? (
        <EmptyState title={t(`queue.none.${state}`)}>{t('queue.noneText')}</EmptyState>
      ) : (
        <Card>
          {state === 'waiting' ? (
            <Stack gap="tight">
              <p>
                {t('queue.count', { count: waiting })}
                {waiting > applications.length ? ` ${t('queue.first', { count: applications.length })}` : ''}
              </p>
              {simple.length > 0 ? (
                <form method="post" id={bulk}>
                  <Button kind="primary">{t('queue.approveTicked')}</Button>
                </form>
              ) : null}
            </Stack>
          ) : null}
          <ul className={styles.list}>
            {applications.map((application) => (
              <li key={application.id} className={styles.item}>
                {state === 'waiting' ? (
                  <ApplicationItem application={application} bulk={bulk} />
                ) : (
                  <>
                    <h2 className={styles.link}>
                      {application.personId ? (
                        <a href={`/people/${application.personId}`}>{application.name}</a>
                      ) : (
                        application.name || t('queue.forgotten')
                      )}
                    </h2>
                    <p className={styles.soft}>
                      {application.unitName} · {application.decidedBy} ·{' '}
                      {application.decidedAt ? momentText(application.decidedAt, language) : ''}
                    </p>
                    {application.reason ? <p className={styles.words}>{application.reason}</p> : null}
                  </>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
