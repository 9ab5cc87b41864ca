import {
  redirect,
  useActionData,
  useLoaderData,
  useLocation,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#platform/operations/problem.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { PartForm } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, EmptyState, Notice, PageHead, SelectField, TextField } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { listDelegateRules } from '../../operations/growth/list-delegate-rules.ts'
import { previewDelegateSeats } from '../../operations/growth/preview-delegate-seats.ts'
import { setDelegateRule } from '../../operations/growth/set-delegate-rule.ts'
import { bodyAddress } from '../posts/addresses.ts'
import { formFields } from '#web/form-fields.ts'
import { delegatesAsked, questionOf } from './delegates-asked.ts'
import { DelegatesForm, RuleFields } from './delegates-form.tsx'
import { DelegatesTable } from './delegates-table.tsx'
import { growthTexts } from './growth-texts.ts'
import { RuleList } from './rule-list.tsx'
import styles from './growth.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(growthTexts, 'delegatesTitle', matches, { name: loaderData?.kept.bodyName ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const bodyId = params['body'] ?? ''
  const kept = await orProblemPage(visit.call(listDelegateRules, { bodyId }))
  const asked = delegatesAsked(request)
  // Before any rule holds there is nothing to show, which is said on the page.
  const shown = await orProblemPage(
    visit.call(previewDelegateSeats, questionOf(bodyId, asked)).catch((error: unknown) => {
      if (error instanceof Problem && error.detail?.key === 'delegates.noRule') return null
      throw error
    }),
  )
  return {
    bodyId,
    kept,
    asked,
    shown,
    mayDecide: mayIn(visit, setDelegateRule, kept.unitId),
    done: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const bodyId = params['body'] ?? ''
  const { field, day, number } = formFields(form)
  return orFormProblem(visit, peopleTexts, form, async () => {
    const method = field('method')
    const least = number('least') || 0
    await visit.call(setDelegateRule, {
      bodyId,
      rule:
        method === 'perStarted'
          ? { method, membersPerSeat: number('number'), least }
          : { method: method as 'oddNumber', totalSeats: number('number'), least },
      unitKind: field('unitKind'),
      decision: field('decision'),
      ...day('from'),
    })
    return redirect(`/organisation/bodies/${bodyId}/delegates?done`)
  })
}

/** How many delegates each unit sends to a body: by the rule that holds, by one that is tried, beside another day or rule. */
export default function DelegatesPage() {
  const { bodyId, kept, asked, shown, mayDecide, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(growthTexts)
  const { search } = useLocation()
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const kinds = kept.unitKinds.map(({ key, plural }) => ({ value: key, label: plural }))
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/organisation', label: t('organisation') },
          { href: bodyAddress(bodyId), label: kept.bodyName },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('delegatesTitle', { name: kept.bodyName })}
        lead={t('delegatesLead')}
        actions={
          shown ? (
            <ButtonLink href={`/organisation/bodies/${bodyId}/delegates.csv${search}`} small download>
              {t('csv')}
            </ButtonLink>
          ) : null
        }
      />
      <FormNotices {...(done ? { done: t('done') } : {})} problem={problem} sayFields="any" />
      <DelegatesForm asked={asked} kinds={kinds} shownKind={shown?.unitKind ?? asked.unitKind} />
      {shown ? (
        <Card title={t('seatsOn', { day: shown.asOf })}>
          {shown.lots ? (
            <Notice tone="warn">
              <p>{t('lots', { count: shown.lots.seats, names: shown.lots.among.join(', ') })}</p>
            </Notice>
          ) : null}
          {shown.tooFew ? (
            <Notice tone="warn">
              <p>{t('tooFew')}</p>
            </Notice>
          ) : null}
          {shown.rows.length === 0 ? <p>{t('noUnits')}</p> : <DelegatesTable shown={shown} />}
          <p className={styles.soft}>{t('delegatesText')}</p>
        </Card>
      ) : (
        <EmptyState title={t('noRule')}>{mayDecide ? t('noRuleText') : t('noRuleRead')}</EmptyState>
      )}
      {kept.rules.length > 0 ? <RuleList rules={kept.rules} kinds={kinds} /> : null}
      {mayDecide ? (
        <Card title={t('change')}>
          <PartForm change="rule" title={t('setRule')} text={t('setRuleText')} problem={problem}>
            <RuleFields values={problem?.values ?? {}} fields={problem?.fields ?? {}} needed />
            <SelectField
              label={t('unitKind')}
              name="unitKind"
              options={kinds}
              defaultValue={problem?.values['unitKind'] ?? 'association'}
            />
            <TextField
              label={t('from')}
              optional={t('emptyToday')}
              name="from"
              type="date"
              defaultValue={problem?.values['from']}
              error={problem?.fields['from']}
            />
            <TextField
              label={t('decision')}
              optional={t('optional')}
              name="decision"
              maxLength={500}
              defaultValue={problem?.values['decision']}
            />
          </PartForm>
        </Card>
      ) : null}
    </>
  )
}
