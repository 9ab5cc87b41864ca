import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, Notice, PageHead, Segments } from '#web/ui/index.ts'
import { listWelcomeTasks } from '../../../operations/joining/list-welcome-tasks.ts'
import { JoiningTabs, joiningParts } from '../joining-tabs.tsx'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'
import { GiveOutForm } from './give-out-form.tsx'
import { doneKinds, welcomeForms } from './welcome-forms.ts'
import { WelcomeItem } from './welcome-item.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(joiningTexts, 'welcome.title', matches)

const kinds = ['unit', 'mine', 'all'] as const

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const query = new URL(request.url).searchParams
  const whose = kinds.find((each) => each === query.get('whose')) ?? 'unit'
  const count = (name: string) => Number(query.get(name)) || 0
  const shown = await orProblemPage(visit.call(listWelcomeTasks, { whose }))
  return {
    ...shown,
    whose,
    parts: joiningParts(visit),
    done: doneKinds.find((each) => each === query.get('done')) ?? null,
    given: query.get('done') === 'many' ? count('given') : null,
    left: count('left'),
  }
}

export const action = welcomeForms

/** The form that gives out those who are ticked; the boxes stand beside each. */
const bulk = 'give-out'

/** New members who wait to be met, made for the phone: reach them, and say how it went. */
export default function WelcomePage() {
  const { tasks, count, whose, parts, done, given, left, welcomers } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(joiningTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const back = whose === 'unit' ? '/people/welcome' : `/people/welcome?whose=${whose}`
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('people') }]}
        crumbsLabel={t('crumbs')}
        title={t('welcome.title')}
        lead={t('welcome.lead')}
      />
      <JoiningTabs shown={parts} current="welcome" />
      {done && !problem ? (
        <Notice tone="good" live>
          <p>{t(`welcome.done.${done}`)}</p>
        </Notice>
      ) : null}
      {given !== null && !problem ? (
        <Notice tone={left > 0 ? 'warn' : 'good'} live>
          <p>{t('welcome.done.assignedMany', { count: given })}</p>
          {left > 0 ? <p>{t('welcome.done.left', { count: left })}</p> : null}
        </Notice>
      ) : null}
      <FormNotices problem={problem} sayFields={['taskIds', 'userIds']} />
      <Segments
        label={t('welcome.whose')}
        tabs={kinds.map((kind) => ({
          href: kind === 'unit' ? '/people/welcome' : `/people/welcome?whose=${kind}`,
          label: t(`welcome.whose.${kind}`),
          current: kind === whose,
        }))}
      />
      {tasks.length === 0 ? (
        <EmptyState title={t(`welcome.none.${whose}`)}>{t('welcome.noneText')}</EmptyState>
      ) : (
        <Card>
          {count > tasks.length ? <p>{t('welcome.first', { count, shown: tasks.length })}</p> : null}
          {tasks.length > 1 && welcomers.length > 0 ? (
            <GiveOutForm
              id={bulk}
              back={back}
              welcomers={welcomers}
              open={given !== null || problem !== undefined}
            />
          ) : null}
          <ul className={styles.list}>
            {tasks.map((task) => (
              <li key={task.id} className={styles.item}>
                <WelcomeItem task={task} back={back} bulk={bulk} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  )
}
