import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, FactList, PageHead, SelectField, Stack } from '#web/ui/index.ts'
import { getWelcomeTask } from '../../../operations/joining/get-welcome-task.ts'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'
import { EngagementForm } from './engagement-form.tsx'
import { doneKinds, welcomeForms } from './welcome-forms.ts'
import { OutcomeForm, WaysToReach, WelcomeStatus } from './welcome-item.tsx'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(joiningTexts, 'welcome.of', matches, { name: loaderData?.task.name ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const shown = await orProblemPage(visit.call(getWelcomeTask, { taskId: params['task'] ?? '' }))
  const done = new URL(request.url).searchParams.get('done')
  return { ...shown, done: doneKinds.find((each) => each === done) ?? null }
}

export const action = welcomeForms

/** One new member: reach them, say how it went, ask somebody else to, and how they want to take part. */
export default function WelcomeTaskPage() {
  const { task, welcomers, wording, engagement, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(joiningTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const back = `/people/welcome/${task.id}`
  const facts = [
    { label: t('queue.phone'), value: task.phoneShown },
    { label: t('queue.email'), value: task.email ?? '' },
    { label: t('welcome.dueOn'), value: task.dueOn },
    { label: t('welcome.last'), value: task.outcome ? t(`outcome.${task.outcome}`) : '' },
    { label: t('welcome.notes'), value: task.notes },
  ].filter(({ value }) => value !== '')
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people/welcome', label: t('welcome.title') }]}
        crumbsLabel={t('crumbs')}
        title={task.name}
        lead={task.unitName}
      />
      <FormNotices done={done ? t(`welcome.done.${done}`) : null} problem={problem} sayFields={['agreed']} />
      <Card>
        <p>
          <WelcomeStatus task={task} />
        </p>
        <WaysToReach task={task} />
        <FactList facts={facts} />
        <OutcomeForm task={task} back={back} />
      </Card>
      <Card title={t('welcome.who')}>
        <form method="post" className={styles.form}>
          <Stack gap="tight">
            <input type="hidden" name="change" value="assign" />
            <input type="hidden" name="task" value={task.id} />
            <input type="hidden" name="back" value={back} />
            <SelectField
              label={t('welcome.assignee')}
              name="userId"
              defaultValue={task.assigneeUserId ?? ''}
              options={[
                { value: '', label: t('welcome.nobody') },
                ...welcomers.map(({ userId, name }) => ({ value: userId, label: name })),
              ]}
            />
            <p>
              <Button>{t('welcome.assign')}</Button>
            </p>
          </Stack>
        </form>
      </Card>
      <Card title={t('engagement.title')}>
        <EngagementForm task={task} back={back} wording={wording} engagement={engagement} problem={problem} />
      </Card>
    </>
  )
}
