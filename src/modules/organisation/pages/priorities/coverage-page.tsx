import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, cells, Disclosure, Notice, PageHead, rows, Status, Table } from '#web/ui/index.ts'
import { exportPriorityCoverage } from '../../operations/priorities/export-priority-coverage.ts'
import { getPriorityCoverage } from '../../operations/priorities/get-priority-coverage.ts'
import { coverageAddress, listAddress, priorityAddress } from './addresses.ts'
import { priorityTexts } from './priorities-texts.ts'
import { amountUnit, ThingAmounts, YearSum } from './thing-amounts.tsx'
import styles from './priorities.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(priorityTexts, 'coverageTitle', matches, { name: loaderData?.coverage.list.title ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const coverage = await orProblemPage(
    visit.call(getPriorityCoverage, { listId: params['list'] ?? '', ...(asked ? { asOf: asked } : {}) }),
  )
  return { coverage, asked, mayExport: visit.may(exportPriorityCoverage) }
}

/** Per priority what carries it and what that comes to; what nothing carries; what carries none. */
export default function CoveragePage() {
  const { coverage, asked, mayExport } = useLoaderData<typeof loader>()
  const t = useTexts(priorityTexts)
  const { list, priorities, without, kinds, shared } = coverage
  const uncarried = priorities.filter((priority) => priority.things.length === 0)
  return (
    <>
      <PageHead
        crumbs={[
          { href: onDay('/organisation', asked), label: t('organisation') },
          { href: onDay('/organisation/priorities', asked), label: t('title') },
          { href: onDay(listAddress(list.id), asked), label: list.title },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('coverageTitle', { name: list.title })}
        lead={t('coverageLead')}
        actions={
          mayExport ? (
            <ButtonLink href={onDay(`${coverageAddress(list.id)}.csv`, asked)} small>
              {t('csv')}
            </ButtonLink>
          ) : null
        }
      />
      <AsOfControl asked={asked} />
      {kinds.length === 0 ? (
        <Notice>
          <p>{t('noKinds')}</p>
        </Notice>
      ) : (
        <>
          <Card title={t('coverage')}>
            <CoverageTable coverage={coverage} asked={asked} />
            {shared > 0 ? <p className={styles.soft}>{t('shared', { count: shared })}</p> : null}
          </Card>
          <Card title={t('uncarried')}>
            {uncarried.length === 0 ? (
              <p>
                <Status tone="good">{t('uncarriedNone')}</Status>
              </p>
            ) : (
              <ul className={styles.things} role="list">
                {uncarried.map((priority) => (
                  <li key={priority.id}>
                    <Status tone="warn">
                      <a href={onDay(priorityAddress(list.id, priority.id), asked)}>
                        {priority.rank}. {priority.title}
                      </a>
                    </Status>
                  </li>
                ))}
              </ul>
            )}
          </Card>
          <Card title={t('without')}>
            {without.length === 0 ? <p>{t('withoutNone')}</p> : null}
            {kinds.map(({ kind, several }) => {
              const own = without.filter((thing) => thing.kind === kind)
              return own.length === 0 ? null : (
                <Disclosure
                  key={kind}
                  summary={`${several}: ${t('withoutCount', { count: own.length })}`}
                  open={own.length <= 10}
                >
                  <ul className={styles.things} role="list">
                    {own.map((thing) => (
                      <li key={thing.id}>
                        <a href={thing.address}>{thing.title}</a>{' '}
                        <span className={styles.soft}>
                          {thing.group}
                          <ThingAmounts amounts={thing.amounts} />
                        </span>
                      </li>
                    ))}
                  </ul>
                </Disclosure>
              )
            })}
          </Card>
        </>
      )}
    </>
  )
}

type Shown = Awaited<ReturnType<typeof loader>>['coverage']

function CoverageTable({ coverage, asked }: { coverage: Shown; asked: string | null }) {
  const t = useTexts(priorityTexts)
  const { list, priorities, counts, sums } = coverage
  const kinds = coverage.kinds.filter(({ kind }) => (counts[kind] ?? 0) > 0)
  const columns = sums.flatMap(({ unit, years }) => years.map(({ year }) => ({ unit, year })))
  return (
    <Table
      label={t('coverage')}
      head={
        <tr>
          <th scope="col">{t('priorityHead')}</th>
          {kinds.map(({ kind, several }) => (
            <th key={kind} scope="col" className={cells.numeric}>
              {several}
            </th>
          ))}
          {columns.map(({ unit, year }) => (
            <th key={`${unit} ${year}`} scope="col" className={cells.numeric}>
              {t('yearUnit', { year, unit: amountUnit(unit, t) })}
            </th>
          ))}
        </tr>
      }
    >
      <tbody>
        {priorities.map((priority) => (
          <tr key={priority.id}>
            <th scope="row">
              <a href={onDay(priorityAddress(list.id, priority.id), asked)}>
                {priority.rank}. {priority.title}
              </a>
            </th>
            {kinds.map(({ kind }) => (
              <td key={kind} className={cells.numeric}>
                {priority.counts[kind] ?? 0}
              </td>
            ))}
            {columns.map(({ unit, year }) => (
              <td key={`${unit} ${year}`} className={cells.numeric}>
                <YearSum sums={priority.sums} unit={unit} year={year} />
              </td>
            ))}
          </tr>
        ))}
        <tr className={rows.sum}>
          <th scope="row">{t('allCarrying')}</th>
          {kinds.map(({ kind }) => (
            <td key={kind} className={cells.numeric}>
              {counts[kind] ?? 0}
            </td>
          ))}
          {columns.map(({ unit, year }) => (
            <td key={`${unit} ${year}`} className={cells.numeric}>
              <YearSum sums={sums} unit={unit} year={year} />
            </td>
          ))}
        </tr>
      </tbody>
    </Table>
  )
}
