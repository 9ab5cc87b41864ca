import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { PartForm } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, PageHead, SelectField, TextArea, TextField } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { listRemunerationChanges } from '../../operations/posts/list-remuneration-changes.ts'
import { recordRemunerationReport } from '../../operations/posts/record-remuneration-report.ts'
import { formFields, given } from '#web/form-fields.ts'
import { PaidSteps } from './paid-steps.tsx'
import { remunerationChangesTexts } from './remuneration-changes-texts.ts'
import { TemporaryAssignments } from './temporary-assignments.tsx'
import styles from './posts.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(remunerationChangesTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const query = new URL(request.url).searchParams
  const shown = await orProblemPage(visit.call(listRemunerationChanges, {}))
  return { ...shown, mayReport: visit.may(recordRemunerationReport), done: query.has('done') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const { field, day } = formFields(form)
  return orFormProblem(visit, peopleTexts, form, async () => {
    await visit.call(recordRemunerationReport, {
      remunerationId: field('remunerationId'),
      words: field('words'),
      ...day('day'),
      ...given('hours', field('hours')),
    })
    return redirect('/organisation/remuneration/changes?done')
  })
}

/** How many have been paid from day to day, why it changed, and what came of remunerations for a time. */
export default function RemunerationChangesPage() {
  const { counts, steps, temporary, mayReport, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(remunerationChangesTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/organisation', label: t('organisation') },
          { href: '/organisation/remuneration', label: t('remuneration') },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead', { counts: counts.join(' → ') })}
      />
      <FormNotices {...(done ? { done: t('done') } : {})} problem={problem} sayFields="any" />
      {steps.every(({ paid, temporary: raised }) => paid + raised === 0) ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <Card title={t('steps')}>
          <PaidSteps steps={steps} />
        </Card>
      )}
      <Card title={t('temporary')}>
        {temporary.length === 0 ? <p>{t('temporaryNone')}</p> : <TemporaryAssignments rows={temporary} />}
        {mayReport && temporary.length > 0 ? (
          <PartForm change="report" title={t('report')} text={t('reportText')} problem={problem}>
            <SelectField
              label={t('about')}
              name="remunerationId"
              defaultValue={problem?.values['remunerationId']}
              options={temporary.map((row) => ({
                value: row.id,
                label: [row.name, row.purpose, row.validFrom].join(' · '),
              }))}
            />
            <TextField
              label={t('day')}
              optional={t('emptyToday')}
              name="day"
              type="date"
              defaultValue={problem?.values['day']}
              error={problem?.fields['day']}
            />
            <TextArea
              label={t('words')}
              name="words"
              rows={3}
              required
              maxLength={2000}
              defaultValue={problem?.values['words']}
              error={problem?.fields['words']}
            />
            <TextField
              label={t('hours')}
              optional={t('optional')}
              name="hours"
              inputMode="decimal"
              numeric
              defaultValue={problem?.values['hours']}
              error={problem?.fields['hours']}
            />
          </PartForm>
        ) : null}
      </Card>
      <p className={styles.soft}>{t('note')}</p>
    </>
  )
}
