import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, EmptyState, PageHead, TextField } from '#web/ui/index.ts'
import { listUnits } from '../../operations/list-units.ts'
import { searchUnits } from '../../operations/search-units.ts'
import { UnitList, unitAddress } from './unit-list.tsx'
import { unitTexts } from './units-texts.ts'
import styles from './units.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(unitTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const words = new URL(request.url).searchParams.get('words')?.trim().slice(0, 100) ?? ''
  const day = asked ? { asOf: asked } : {}
  const { asOf, units, kinds } = await orProblemPage(visit.call(listUnits, day))
  const found = words ? (await orProblemPage(visit.call(searchUnits, { words, ...day }))).found : null
  return { asked, asOf, units, kinds, words, found, ways: waysOf(visit) }
}

/** The organisation's units as a tree, on any day, with a search among all names they have had. */
export default function OrganisationPage() {
  const { asked, asOf, units, kinds, words, found, ways } = useLoaderData<typeof loader>()
  const t = useTexts(unitTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/', label: t('home') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead', { count: units.length, day: asOf })}
      />
      <OrganisationWays current="units" ways={ways} asked={asked} />
      <AsOfControl asked={asked}>
        <TextField
          label={t('search')}
          hint={t('searchHint')}
          name="words"
          type="search"
          maxLength={100}
          defaultValue={words}
        />
      </AsOfControl>
      {found ? (
        <Card title={t('found', { words })}>
          {found.length === 0 ? (
            <p>{t('foundNone')}</p>
          ) : (
            <ul className={styles.tree}>
              {found.map((unit) => (
                <li key={unit.id}>
                  <a href={unitAddress(unit.id, unit.isThere ? asked : null)}>{unit.name}</a>{' '}
                  <span className={styles.soft}>
                    {[
                      unit.path.join(' › '),
                      unit.alias ? t('hasBeen', { name: unit.alias }) : '',
                      unit.isThere
                        ? ''
                        : unit.validFrom > asOf
                          ? t('isNotYet', { day: unit.validFrom })
                          : t('isGone', { day: unit.validTo ?? '' }),
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Card>
      ) : null}
      {units.length === 0 ? (
        <EmptyState title={t('empty')} />
      ) : (
        <Card title={t('tree')}>
          <UnitList units={units} kinds={kinds} asOf={asked} />
        </Card>
      )}
    </>
  )
}
