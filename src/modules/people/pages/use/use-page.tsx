import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, cells, EmptyState, Facts, PageHead, Segments, Status, Table } from '#web/ui/index.ts'
import { listUnitUse } from '../../operations/use/list-unit-use.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { unitUseTexts } from './use-texts.ts'
import styles from './use.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(unitUseTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const onlyQuiet = new URL(request.url).searchParams.has('quiet')
  return { ...(await orProblemPage(visit.call(listUnitUse, {}))), ways: waysOf(visit), onlyQuiet }
}

const tones = { active: 'good', quiet: 'warn', nobody: 'plain' } as const

/** Which units have an active workspace, for who helps them get going: counts a unit, nothing about single persons. */
export default function UsePage() {
  const { units, counts, days, ways, onlyQuiet } = useLoaderData<typeof loader>()
  const t = useTexts(unitUseTexts)
  const shown = onlyQuiet ? units.filter(({ state }) => state !== 'active') : units
  return (
    <>
      <PageHead
        crumbs={[{ href: '/organisation', label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead', { days })}
      />
      <OrganisationWays current="use" ways={ways} asked={null} />
      <Facts
        facts={[
          { label: t('active'), figure: counts.active, note: t('ofUnits', { count: units.length }) },
          { label: t('quiet'), figure: counts.quiet, note: t('quietNote') },
          { label: t('nobody'), figure: counts.nobody, note: t('nobodyNote') },
        ]}
      />
      <Segments
        label={t('which')}
        tabs={[
          { href: '/organisation/use', label: t('all'), current: !onlyQuiet },
          { href: '/organisation/use?quiet', label: t('notActive'), current: onlyQuiet },
        ]}
      />
      {shown.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText')}</EmptyState>
      ) : (
        <Card>
          <Table
            label={t('title')}
            head={
              <tr>
                <th scope="col">{t('unit')}</th>
                <th scope="col">{t('state')}</th>
                {(['trusted', 'welcomed', 'waiting', 'overdue'] as const).map((each) => (
                  <th key={each} scope="col" className={cells.numeric}>
                    {t(each)}
                  </th>
                ))}
              </tr>
            }
          >
            <tbody>
              {shown.map((unit) => (
                <tr key={unit.unitId}>
                  <th scope="row">
                    {onlyQuiet ? '' : '\u2003'.repeat(unit.depth)}
                    <a href={`/organisation/units/${unit.unitId}`}>{unit.name}</a>
                  </th>
                  <td>
                    <Status tone={tones[unit.state]}>{t(unit.state)}</Status>
                    {unit.trusted === 0 ? null : (
                      <span className={styles.last}>{t(`lastUse.${unit.lastUse}`)}</span>
                    )}
                  </td>
                  <td className={cells.numeric}>{unit.trusted}</td>
                  <td className={cells.numeric}>{unit.welcomed}</td>
                  <td className={cells.numeric}>{unit.waiting}</td>
                  <td className={cells.numeric}>{unit.overdue}</td>
                </tr>
              ))}
            </tbody>
          </Table>
          <p className={styles.soft}>
            {t('privacy')} {t('give')}
          </p>
        </Card>
      )}
    </>
  )
}
