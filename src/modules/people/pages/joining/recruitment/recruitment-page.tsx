import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import {
  Button,
  ButtonLink,
  Card,
  Columns,
  Disclosure,
  EmptyState,
  Facts,
  PageHead,
  SelectField,
  TextField,
} from '#web/ui/index.ts'
import { peopleTexts } from '../../../messages/people.ts'
import { getRecruitment } from '../../../operations/joining/get-recruitment.ts'
import { setJoiningSettings } from '../../../operations/joining/set-joining-settings.ts'
import { JoiningTabs, joiningParts } from '../joining-tabs.tsx'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'
import { GrowthChart } from './growth-chart.tsx'
import { SettingsForm } from './settings-form.tsx'
import { TallyTable } from './tally-table.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(joiningTexts, 'recruitment.title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const query = new URL(request.url).searchParams
  const asked = (name: string) => query.get(name) || undefined
  const by = query.get('by') === 'month' ? ('month' as const) : ('day' as const)
  const shown = await orProblemPage(
    visit.call(getRecruitment, {
      unitId: asked('unitId'),
      pageId: asked('pageId'),
      from: asked('from'),
      to: asked('to'),
      by,
    }),
  )
  return {
    shown,
    by,
    unitId: asked('unitId') ?? '',
    pageId: asked('pageId') ?? '',
    parts: joiningParts(visit),
    mayDecide: visit.may(setJoiningSettings),
    done: query.has('done'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const answer = await orFormProblem(visit, peopleTexts, form, async () => {
    await visit.call(setJoiningSettings, {
      unitId: field('unitId'),
      welcomeDays: Number(field('welcomeDays')),
      leaderboard: form.has('leaderboard'),
      startDay: field('startDay') || null,
      memberTarget: field('memberTarget') ? Number(field('memberTarget')) : null,
      targetDay: field('targetDay') || null,
    })
    return redirect(`/people/recruitment?unitId=${encodeURIComponent(field('unitId'))}&done`)
  })
  return answer
}

/** How recruiting goes: who joined when, where, from what and through whom, and how they were met. */
export default function RecruitmentPage() {
  const { shown, by, unitId, pageId, parts, mayDecide, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(joiningTexts)
  const language = useLanguage()
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const percent = (share: number | null) =>
    share === null ? '–' : new Intl.NumberFormat(language, { style: 'percent' }).format(share)
  const days = (length: number | null) =>
    length === null ? '–' : new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(length)
  const perJoin = (steps: number | null) =>
    steps === null ? '–' : new Intl.NumberFormat(language, { maximumFractionDigits: 2 }).format(steps)
  // The word goes with the figure as it is shown, with one decimal.
  const dayUnit = (length: number | null) =>
    t('recruitment.days', { count: Math.round((length ?? 0) * 10) / 10 })
  const { members, growth, journey } = shown
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('people') }]}
        crumbsLabel={t('crumbs')}
        title={t('recruitment.title')}
        lead={t('recruitment.lead', { from: shown.from, to: shown.to })}
        actions={
          unitId || shown.choices.units[0] ? (
            <ButtonLink href={`/organisation/units/${unitId || shown.choices.units[0]?.id}/growth`} small>
              {t('recruitment.toGrowth')}
            </ButtonLink>
          ) : null
        }
      />
      <JoiningTabs shown={parts} current="recruitment" />
      <FormNotices done={done ? t('recruitment.done') : null} problem={problem} sayFields={['targetDay']} />
      <form className={styles.filter}>
        <SelectField
          label={t('recruitment.unit')}
          name="unitId"
          defaultValue={unitId}
          options={[
            { value: '', label: t('recruitment.allUnits') },
            ...shown.choices.units.map(({ id, name, depth }) => ({
              value: id,
              label: `${'\u2003'.repeat(depth)}${name}`,
            })),
          ]}
        />
        <SelectField
          label={t('recruitment.page')}
          name="pageId"
          defaultValue={pageId}
          options={[
            { value: '', label: t('recruitment.allPages') },
            ...shown.choices.pages.map(({ id, title }) => ({ value: id, label: title })),
          ]}
        />
        <TextField label={t('recruitment.from')} name="from" type="date" defaultValue={shown.from} />
        <TextField label={t('recruitment.to')} name="to" type="date" defaultValue={shown.to} />
        <SelectField
          label={t('recruitment.by')}
          name="by"
          defaultValue={by}
          options={(['day', 'month'] as const).map((value) => ({
            value,
            label: t(`recruitment.by.${value}`),
          }))}
        />
        <Button>{t('recruitment.show')}</Button>
      </form>
      <Facts
        facts={[
          {
            label: t('recruitment.joinedIn'),
            figure: shown.joined,
            ...(shown.target === null ? {} : { note: t('recruitment.ofTarget', { target: shown.target }) }),
          },
          {
            label: t('recruitment.members'),
            figure: members.now,
            note: t('recruitment.since', {
              count: `${members.now < members.atStart ? '−' : '+'}${Math.abs(members.now - members.atStart)}`,
              day: members.startDay,
            }),
          },
          {
            label: t('recruitment.inTime', { days: shown.welcomeDays }),
            figure: percent(shown.inTime),
          },
          {
            label: t('recruitment.toApproval'),
            figure: days(journey.toApproval),
            unit: dayUnit(journey.toApproval),
          },
          {
            label: t('recruitment.toContact'),
            figure: days(journey.toContact),
            unit: dayUnit(journey.toContact),
          },
          {
            label: t('recruitment.perJoin'),
            figure: perJoin(shown.registry.perJoin),
            note: t('recruitment.perJoinNote', {
              approvals: shown.registry.approvals,
              byHand: shown.registry.byHand,
              corrections: shown.registry.corrections,
            }),
          },
        ]}
      />
      {growth ? (
        <p>
          {t('recruitment.growth', {
            target: growth.target,
            day: growth.targetDay,
            missing: growth.missing,
            perWeek: days(growth.perWeek),
          })}
        </p>
      ) : null}
      {shown.joined === 0 ? (
        <EmptyState title={t('recruitment.none')}>{t('recruitment.noneText')}</EmptyState>
      ) : (
        <>
          <Card title={t('recruitment.over')}>
            <GrowthChart
              steps={shown.steps}
              label={t('recruitment.chart', { count: shown.joined, from: shown.from, to: shown.to })}
            />
            {shown.target === null ? null : <p className={styles.soft}>{t('recruitment.dashed')}</p>}
            <Disclosure summary={t('recruitment.figures')}>
              <TallyTable
                label={t('recruitment.over')}
                head={t(`recruitment.by.${by}`)}
                rows={shown.steps.map(({ period, ...rest }) => ({ name: period, ...rest }))}
                running
              />
            </Disclosure>
          </Card>
          <Columns>
            <Card title={t('recruitment.units')}>
              <TallyTable
                label={t('recruitment.units')}
                head={t('recruitment.unit')}
                rows={shown.units.map(({ name, joined, inTime }) => ({
                  name:
                    inTime === null ? name : t('recruitment.unitInTime', { name, share: percent(inTime) }),
                  joined,
                }))}
              />
            </Card>
            <Card title={t('recruitment.sources')}>
              <TallyTable
                label={t('recruitment.sources')}
                head={t('recruitment.source')}
                rows={shown.sources}
              />
            </Card>
            <Card title={t('recruitment.pages')}>
              <TallyTable label={t('recruitment.pages')} head={t('recruitment.page')} rows={shown.pages} />
            </Card>
            {shown.referrers.length > 0 ? (
              <Card title={t('recruitment.referrers')}>
                <TallyTable
                  label={t('recruitment.referrers')}
                  head={t('recruitment.referrer')}
                  rows={shown.referrers}
                />
              </Card>
            ) : null}
          </Columns>
        </>
      )}
      {mayDecide ? (
        <Disclosure summary={t('settings.title')} open={problem !== undefined}>
          <SettingsForm
            units={shown.choices.units}
            unitId={unitId}
            welcomeDays={shown.welcomeDays}
            problem={problem}
          />
        </Disclosure>
      ) : null}
    </>
  )
}
