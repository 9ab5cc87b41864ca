import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Bar, barCell, domainOf, NarrowBar } from '#web/ui/bar.tsx'
import { Card, cells, EmptyState, PageHead, rows, Table } from '#web/ui/index.ts'
import { countMembersByArea } from '../../operations/growth/count-members-by-area.ts'
import { useFigures } from '../elections/figures.ts'
import { growthTexts } from './growth-texts.ts'
import styles from './growth.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(growthTexts, 'areasTitle', matches, { name: loaderData?.unitName ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const unitId = params['unit'] ?? ''
  const shown = await orProblemPage(
    visit.call(countMembersByArea, { unitId, ...(asked ? { asOf: asked } : {}) }),
  )
  return { ...shown, asked, unitId }
}

/** Where members live, by postal code. What is kept back is kept back from everybody, so that the table can be shown. */
export default function AreasPage() {
  const { areas, asked, unitId, unitName } = useLoaderData<typeof loader>()
  const t = useTexts(growthTexts)
  const { number } = useFigures()
  const home = onDay(`/organisation/units/${unitId}`, asked)
  const domain = domainOf(areas.map(({ members }) => members ?? 0))
  const line = (area: string, members: number | null, part: boolean) => {
    const bar = { parts: members === null ? [] : [{ from: 0, to: members, tone: 'own' as const }], domain }
    return (
      <tr key={area} className={part ? rows.part : undefined}>
        <th scope="row">
          {area === '' ? t('areaUnknown') : `${area.padEnd(3, '•')}\u00a0••`}
          <NarrowBar {...bar} />
        </th>
        <td className={cells.numeric}>{members === null ? t('kept') : number(members)}</td>
        <td className={barCell}>
          <Bar {...bar} />
        </td>
      </tr>
    )
  }
  return (
    <>
      <PageHead
        crumbs={[
          { href: onDay('/organisation', asked), label: t('organisation') },
          { href: home, label: unitName },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('areasTitle', { name: unitName })}
        lead={t('areasLead')}
      />
      <AsOfControl asked={asked} />
      {areas.length === 0 ? (
        <EmptyState title={t('areasNone')}>{t('areasNoneText')}</EmptyState>
      ) : (
        <Card>
          <Table
            label={t('areasTitle', { name: unitName })}
            head={
              <tr>
                <th scope="col">{t('area')}</th>
                <th scope="col" className={cells.numeric}>
                  {t('members')}
                </th>
                <td className={barCell} />
              </tr>
            }
          >
            <tbody>
              {areas.flatMap(({ area, members, inside }) => [
                line(area, members, false),
                ...inside.map((part) => line(part.area, part.members, true)),
              ])}
            </tbody>
          </Table>
          <p className={styles.soft}>{t('areasText')}</p>
        </Card>
      )}
    </>
  )
}
