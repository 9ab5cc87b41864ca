import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, EmptyState, PageHead, SelectField, TextField } from '#web/ui/index.ts'
import { getMemberJourney } from '../../../operations/joining/get-member-journey.ts'
import { JoiningTabs, joiningParts } from '../joining-tabs.tsx'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'
import { GroupTable, StepTable } from './journey-tables.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(joiningTexts, 'journey.title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const query = new URL(request.url).searchParams
  const asked = (name: string) => query.get(name) || undefined
  const by = query.get('by') === 'year' ? ('year' as const) : ('quarter' as const)
  const shown = await orProblemPage(
    visit.call(getMemberJourney, { unitId: asked('unitId'), from: asked('from'), to: asked('to'), by }),
  )
  return { shown, by, unitId: asked('unitId') ?? '', parts: joiningParts(visit) }
}

/** From application to first post: how far new members have come, how long it took, and where it goes faster. */
export default function JourneyPage() {
  const { shown, by, unitId, parts } = useLoaderData<typeof loader>()
  const t = useTexts(joiningTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('people') }]}
        crumbsLabel={t('crumbs')}
        title={t('journey.title')}
        lead={t('journey.lead', { from: shown.from, to: shown.to })}
      />
      <JoiningTabs shown={parts} current="journey" />
      <form className={styles.filter}>
        <SelectField
          label={t('journey.unit')}
          name="unitId"
          defaultValue={unitId}
          options={[
            { value: '', label: t('recruitment.allUnits') },
            ...shown.choices.map(({ id, name, depth }) => ({
              value: id,
              label: `${'\u2003'.repeat(depth)}${name}`,
            })),
          ]}
        />
        <TextField label={t('journey.from')} name="from" type="date" defaultValue={shown.from} />
        <TextField label={t('journey.to')} name="to" type="date" defaultValue={shown.to} />
        <SelectField
          label={t('journey.by')}
          name="by"
          defaultValue={by}
          options={(['quarter', 'year'] as const).map((value) => ({
            value,
            label: t(`journey.by.${value}`),
          }))}
        />
        <Button>{t('recruitment.show')}</Button>
      </form>
      {shown.joined ? (
        <>
          <Card title={t('journey.joined', { count: shown.joined })}>
            <StepTable steps={shown.steps} joined={shown.joined} />
            <p className={styles.soft}>{t('journey.postNote')}</p>
          </Card>
          <Card title={t('journey.units')}>
            <GroupTable label={t('journey.units')} head={t('recruitment.unit')} groups={shown.units} />
            <p className={styles.soft}>{t('journey.tableNote')}</p>
          </Card>
          <Card title={t('journey.cohorts')}>
            <GroupTable label={t('journey.cohorts')} head={t('journey.cohort')} groups={shown.cohorts} />
          </Card>
        </>
      ) : (
        <EmptyState title={t('journey.none')}>{t('journey.noneText')}</EmptyState>
      )}
    </>
  )
}
