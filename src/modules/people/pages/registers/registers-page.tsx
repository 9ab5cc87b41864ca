import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, Columns, EmptyState, PageHead, Row, Table } from '#web/ui/index.ts'
import { exportPopolo } from '../../operations/posts/export-popolo.ts'
import { exportEverything } from '../../operations/registers/export-everything.ts'
import { exportRegister } from '../../operations/registers/export-register.ts'
import { exportRemunerations } from '../../operations/registers/export-remunerations.ts'
import { runMandateImport } from '../../operations/registers/run-mandate-import.ts'
import { runUnitImport } from '../../operations/registers/run-unit-import.ts'
import { registers } from '../../rules/registers/register-columns.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { registersTexts } from './registers-texts.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(registersTexts, 'title', matches)

export function loader({ context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  return {
    shown: [
      ...(visit.may(exportRegister) ? registers : []),
      ...(visit.may(exportRemunerations) ? (['remunerations'] as const) : []),
    ],
    may: {
      units: visit.may(runUnitImport),
      mandates: visit.may(runMandateImport),
      popolo: visit.may(exportPopolo),
      everything: visit.may(exportEverything),
    },
    ways: waysOf(visit),
  }
}

/** What the organisation can take out as files, and what it can read in from them. */
export default function RegistersPage() {
  const { shown, may, ways } = useLoaderData<typeof loader>()
  const t = useTexts(registersTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/organisation', label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead')}
      />
      <OrganisationWays asked={null} current="registers" ways={ways} />
      {shown.length === 0 ? <EmptyState title={t('none')}>{t('noneText')}</EmptyState> : null}
      {shown.length > 0 ? (
        <Card title={t('out')}>
          <Table
            label={t('out')}
            head={
              <tr>
                <th scope="col">{t('register')}</th>
                <th scope="col">{t('file')}</th>
              </tr>
            }
          >
            <tbody>
              {shown.map((register) => (
                <tr key={register}>
                  <th scope="row">{t(`of.${register}`)}</th>
                  <td>
                    <Row>
                      {(['csv', 'xlsx'] as const).map((format) => (
                        <a
                          key={format}
                          href={`/organisation/registers/file/${register}/${format}`}
                          aria-label={t('fileOf', { register: t(`of.${register}`), format: t(format) })}
                        >
                          {t(format)}
                        </a>
                      ))}
                    </Row>
                  </td>
                </tr>
              ))}
            </tbody>
          </Table>
          <p>{t('logged')}</p>
        </Card>
      ) : null}
      <Columns>
        {may.units ? (
          <Card title={t('units')}>
            <p>{t('unitsCard')}</p>
            <p>
              <ButtonLink href="/organisation/registers/units">{t('unitsOpen')}</ButtonLink>
            </p>
          </Card>
        ) : null}
        {may.mandates ? (
          <Card title={t('mandates')}>
            <p>{t('mandatesCard')}</p>
            <p>
              <ButtonLink href="/organisation/registers/mandates">{t('mandatesOpen')}</ButtonLink>
            </p>
          </Card>
        ) : null}
        {may.popolo ? (
          <Card title={t('popolo')}>
            <p>{t('popoloCard')}</p>
            <p>
              <ButtonLink href="/organisation/popolo.json">{t('popoloOpen')}</ButtonLink>
            </p>
          </Card>
        ) : null}
        {may.everything ? (
          <Card title={t('everything')}>
            <p>{t('everythingCard')}</p>
            <p>
              <ButtonLink href="/system/everything">{t('everythingOpen')}</ButtonLink>
            </p>
          </Card>
        ) : null}
      </Columns>
    </>
  )
}
