import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, PageHead, Table } from '#web/ui/index.ts'
import { grantSeatRight } from '../../operations/affiliates/grant-seat-right.ts'
import { listAffiliates } from '../../operations/affiliates/list-affiliates.ts'
import { setAffiliate } from '../../operations/affiliates/set-affiliate.ts'
import { listBodies } from '../../operations/list-bodies.ts'
import { listUnits } from '../../operations/list-units.ts'
import { AffiliateForms } from './affiliate-forms.tsx'
import { affiliateTexts } from './affiliates-texts.ts'
import { changeAffiliates } from './change-affiliates.ts'
import { RightsWords } from './rights-words.tsx'
import styles from './affiliates.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(affiliateTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const shown = await orProblemPage(visit.call(listAffiliates, asked ? { asOf: asked } : {}))
  const { units, kinds } = await orProblemPage(visit.call(listUnits, {}))
  const { bodies, roleKinds } = await orProblemPage(visit.call(listBodies, {}))
  const name = new Map(units.map((unit) => [unit.id, unit.name]))
  const beside = new Set(kinds.filter((kind) => kind.beside).map((kind) => kind.key))
  const there = new Set(shown.affiliates.map((each) => each.unitId))
  return {
    asked,
    ways: waysOf(visit),
    shown,
    roleKinds,
    bodies: asked
      ? []
      : bodies
          .filter((body) => mayIn(visit, grantSeatRight, body.unitId))
          .map(({ id, unitId, name: called }) => ({
            id,
            unitId,
            label: `${called}, ${name.get(unitId) ?? ''}`,
          })),
    candidates: asked
      ? []
      : units.filter(
          (unit) => beside.has(unit.kind) && !there.has(unit.id) && mayIn(visit, setAffiliate, unit.id),
        ),
    ending: asked ? [] : shown.affiliates.filter((each) => mayIn(visit, setAffiliate, each.toUnitId)),
    done: new URL(request.url).searchParams.has('done'),
  }
}

export const action = changeAffiliates

/** The affiliates as of any day, their rights to seats, and what may be changed of either. */
export default function AffiliatesPage() {
  const loaded = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(affiliateTexts)
  const { asked, ways, shown, done } = loaded
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead')}
      />
      <OrganisationWays current="affiliates" ways={ways} asked={asked} />
      <FormNotices done={done ? t('done') : null} problem={problem} sayFields={['confirmed', 'speaks']} />
      <AsOfControl asked={asked} />
      {shown.affiliates.length === 0 ? <EmptyState title={t('noneTitle')}>{t('noneText')}</EmptyState> : null}
      {shown.affiliates.map((each) => {
        const rights = shown.rights.filter((right) => right.unitId === each.unitId)
        return (
          <Card
            key={each.unitId}
            title={<a href={onDay(`/organisation/units/${each.unitId}`, asked)}>{each.name}</a>}
          >
            <p>
              {t('since', { unit: each.toUnitName, day: each.validFrom })}{' '}
              {each.validTo ? t('until', { day: each.validTo }) : ''} {each.decision}
            </p>
            <p className={styles.soft}>{t('register')}</p>
            {rights.length === 0 ? (
              <p>{t('rightsNone')}</p>
            ) : (
              <Table
                label={`${t('rights')}: ${each.name}`}
                className={styles.stacking ?? ''}
                head={
                  <tr>
                    <th scope="col">{t('body')}</th>
                    <th scope="col">{t('seats')}</th>
                    <th scope="col">{t('may')}</th>
                    <th scope="col">{t('sinceHead')}</th>
                  </tr>
                }
              >
                <tbody>
                  {rights.map((right) => (
                    <tr key={right.seatId}>
                      <th scope="row">
                        <a href={onDay(`/organisation/bodies/${right.bodyId}`, asked)}>{right.bodyName}</a>
                        {right.title ? <span className={styles.soft}> {right.title}</span> : null}
                      </th>
                      <td>{t('seatsNumber', { number: right.number })}</td>
                      <td>
                        <RightsWords {...right} />
                        {right.decision ? <span className={styles.soft}> {right.decision}</span> : null}
                      </td>
                      <td className={styles.day}>{t('sinceDay', { day: right.since })}</td>
                    </tr>
                  ))}
                </tbody>
              </Table>
            )}
          </Card>
        )
      })}
      <AffiliateForms {...loaded} problem={problem} />
    </>
  )
}
