import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, EmptyState, PageHead, Segments } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { countMembersByArea } from '../../operations/growth/count-members-by-area.ts'
import { getUnitGrowth } from '../../operations/growth/get-unit-growth.ts'
import { recordFigure } from '../../operations/growth/record-figure.ts'
import { withdrawFigure } from '../../operations/growth/withdraw-figure.ts'
import { formFields } from '#web/form-fields.ts'
import { FigureForms } from './figure-forms.tsx'
import { growthTexts } from './growth-texts.ts'
import { useHighestWords } from './highest-words.ts'
import { MembersLine } from './members-line.tsx'
import { MembersTable } from './members-table.tsx'
import { VotersTable } from './voters-table.tsx'
import styles from './growth.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(growthTexts, 'growthTitle', matches, { name: loaderData?.unit.name ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const query = new URL(request.url).searchParams
  const by = query.get('by') === 'month' ? ('month' as const) : ('year' as const)
  const unitId = params['unit'] ?? ''
  const shown = await orProblemPage(
    visit.call(getUnitGrowth, { unitId, by, ...(asked ? { asOf: asked } : {}) }),
  )
  return {
    ...shown,
    by,
    asked,
    mayWrite: !asked && mayIn(visit, recordFigure, unitId),
    mayArea: mayIn(visit, countMembersByArea, unitId),
    done: query.has('done'),
  }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const unitId = params['unit'] ?? ''
  const { field } = formFields(form)
  return orFormProblem(visit, peopleTexts, form, async () => {
    if (field('change') === 'withdrawFigure')
      await visit.call(withdrawFigure, { figureId: field('figureId') })
    else {
      await visit.call(recordFigure, {
        unitId,
        measure: field('measure') as 'members',
        day: field('day'),
        printed: field('printed'),
        source: field('source'),
      })
    }
    return redirect(`/organisation/units/${unitId}/growth?done`)
  })
}

/** The long lines of a unit: members, votes and seats. */
export default function GrowthPage() {
  const { unit, points, highest, bodies, ownParty, by, asked, asOf, mayWrite, mayArea, done } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(growthTexts)
  const words = useHighestWords()
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const home = `/organisation/units/${unit.id}`
  const latest = points.findLast(({ value }) => value !== null)
  const first = points.find(({ value }) => value !== null)
  const figures = [
    ...points.flatMap(({ entered }) => (entered ? [{ ...entered, measure: 'members' as const }] : [])),
    ...bodies.flatMap((body) => body.points.flatMap((point) => point.entered)),
  ]
  return (
    <>
      <PageHead
        crumbs={[
          { href: onDay('/organisation', asked), label: t('organisation') },
          { href: onDay(home, asked), label: unit.name },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('growthTitle', { name: unit.name })}
        lead={t('growthLead')}
        actions={
          mayArea ? (
            <ButtonLink href={onDay(`${home}/areas`, asked)} small>
              {t('toAreas')}
            </ButtonLink>
          ) : null
        }
      />
      <FormNotices {...(done ? { done: t('done') } : {})} problem={problem} sayFields="any" />
      <AsOfControl asked={asked}>
        {by === 'month' ? <input type="hidden" name="by" value={by} /> : null}
      </AsOfControl>
      <Segments
        label={t('by')}
        tabs={(['year', 'month'] as const).map((each) => ({
          href: onDay(`${home}/growth${each === 'month' ? '?by=month' : ''}`, asked),
          label: t(`by.${each}`),
          current: by === each,
        }))}
      />
      {points.length === 0 ? (
        <EmptyState title={t('growthNone')}>
          {mayWrite ? t('growthNoneText') : t('growthNoneRead')}
        </EmptyState>
      ) : (
        <Card title={t('members')}>
          {latest ? (
            <p className={styles.highest}>
              {[t('latest', { count: latest.value ?? 0, period: latest.period }), words('members', highest)]
                .filter(Boolean)
                .join(' ')}
            </p>
          ) : null}
          {first && latest && first !== latest ? (
            <MembersLine
              points={points.map(({ period, day, value, entered }) => ({
                period,
                day,
                value,
                entered: entered !== null,
              }))}
              label={t('chart', {
                first: first.value ?? 0,
                from: first.period,
                last: latest.value ?? 0,
                to: latest.period,
              })}
            />
          ) : null}
          <MembersTable points={points} />
          <p className={styles.soft}>{t('membersText', { day: asOf })}</p>
        </Card>
      )}
      {bodies.map((body) => (
        <Card key={body.name} title={body.name || t('votesAndSeats')}>
          {ownParty ? <p className={styles.soft}>{ownParty}</p> : null}
          {[words('votes', body.highestVotes), words('seats', body.highestSeats)]
            .filter((each) => each !== null)
            .map((each) => (
              <p key={each} className={styles.highest}>
                {each}
              </p>
            ))}
          <VotersTable body={body} label={body.name || t('votesAndSeats')} />
        </Card>
      ))}
      {bodies.length === 0 ? (
        <Card title={t('votesAndSeats')}>
          <p>
            {t('votesNone')} <a href="/organisation/elections">{t('toElections')}</a>
          </p>
        </Card>
      ) : null}
      {mayWrite ? <FigureForms figures={figures} problem={problem} /> : null}
    </>
  )
}
