import { useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { visitOf } from '#web/request-context.ts'
import {
  ButtonLink,
  Choice,
  Disclosure,
  EmptyState,
  PageHead,
  Row,
  SelectField,
  Status,
  TextField,
} from '#web/ui/index.ts'
import { listUnits } from '../../operations/list-units.ts'
import { createVenue } from '../../operations/venues/create-venue.ts'
import { listVenues } from '../../operations/venues/list-venues.ts'
import { venueAttributes } from '../../rules/venues/attributes.ts'
import { AttributeMarks } from './attribute-marks.tsx'
import { venueTexts } from './venues-texts.ts'
import { isNarrowed, searchAddress, venuesAPage, wishAsked, type Wish } from './wish-asked.ts'
import styles from './venues.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(venueTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const wish = wishAsked(request)
  const found = await orProblemPage(
    visit.call(listVenues, {
      ...(asked ? { asOf: asked } : {}),
      words: wish.words,
      municipality: wish.municipality,
      attributes: wish.attributes,
      ...(wish.unit ? { unitId: wish.unit } : {}),
      ...(wish.minCapacity === null ? {} : { minCapacity: wish.minCapacity }),
      offset: wish.offset,
      limit: venuesAPage,
    }),
  )
  const { units } = await orProblemPage(visit.call(listUnits, asked ? { asOf: asked } : {}))
  return {
    found,
    wish,
    asked,
    ways: waysOf(visit),
    units: units.map(({ id, name, depth }) => ({ id, name, depth })),
    mayAdd: !asked && visit.may(createVenue),
  }
}

/** The premises to meet in: found by place, by how many are to come and by what they need. */
export default function VenuesPage() {
  const { found, wish, asked, ways, units, mayAdd } = useLoaderData<typeof loader>()
  const t = useTexts(venueTexts)
  const { venues, total, inUse } = found
  const add = mayAdd ? <ButtonLink href="/organisation/venues/new">{t('new')}</ButtonLink> : null
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead', { count: inUse })}
        actions={inUse > 0 ? add : null}
      />
      <OrganisationWays current="venues" ways={ways} asked={asked} />
      <AsOfControl asked={asked}>
        <VenueFilters wish={wish} municipalities={found.municipalities} units={units} />
      </AsOfControl>
      {inUse === 0 ? (
        <EmptyState title={t('empty')} action={add}>
          {mayAdd ? t('emptyText') : t('emptyReader')}
        </EmptyState>
      ) : null}
      {inUse > 0 && total === 0 ? (
        <EmptyState
          title={t('none')}
          action={<ButtonLink href={onDay('/organisation/venues', asked)}>{t('everything')}</ButtonLink>}
        >
          {t('noneText')}
        </EmptyState>
      ) : null}
      {total > 0 && isNarrowed(wish) ? <p>{t('found', { count: total })}</p> : null}
      <ul className={styles.list} role="list">
        {venues.map((venue) => (
          <li key={venue.id} className={styles.venue}>
            <h2>
              <a href={onDay(`/organisation/venues/${venue.id}`, asked)}>{venue.name}</a>
            </h2>
            <p className={styles.soft}>
              {[venue.address, venue.municipality].filter(Boolean).join(', ')}
              {venue.address || venue.municipality ? ' · ' : ''}
              {venue.capacity === null ? t('capacityUnknown') : t('capacity', { count: venue.capacity })}
            </p>
            <AttributeMarks attributes={venue.attributes} />
            {venue.waiting > 0 ? (
              <p>
                <Status tone="wait">{t('waiting', { count: venue.waiting })}</Status>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {total > venues.length ? (
        <Row>
          <span>{t('shown', { from: wish.offset + 1, to: wish.offset + venues.length, total })}</span>
          {wish.offset > 0 ? (
            <ButtonLink href={searchAddress(wish, Math.max(0, wish.offset - venuesAPage), asked)} small>
              {t('previous')}
            </ButtonLink>
          ) : null}
          {wish.offset + venues.length < total ? (
            <ButtonLink href={searchAddress(wish, wish.offset + venuesAPage, asked)} small>
              {t('next')}
            </ButtonLink>
          ) : null}
        </Row>
      ) : null}
    </>
  )
}

function VenueFilters({
  wish,
  municipalities,
  units,
}: {
  wish: Wish
  municipalities: readonly string[]
  units: readonly { id: string; name: string; depth: number }[]
}) {
  const t = useTexts(venueTexts)
  const chosen =
    wish.attributes.length +
    (wish.municipality ? 1 : 0) +
    (wish.minCapacity === null ? 0 : 1) +
    (wish.unit ? 1 : 0)
  return (
    <>
      <TextField
        label={t('words')}
        hint={t('wordsHint')}
        name="words"
        type="search"
        maxLength={100}
        defaultValue={wish.words}
      />
      <div className={styles.needs}>
        <Disclosure summary={chosen > 0 ? t('needsChosen', { count: chosen }) : t('needs')} open={chosen > 0}>
          <div className={styles.filters}>
            {municipalities.length > 1 || wish.municipality ? (
              <SelectField
                label={t('municipality')}
                name="municipality"
                defaultValue={wish.municipality}
                options={[
                  { value: '', label: t('anyMunicipality') },
                  ...[...new Set([...municipalities, ...(wish.municipality ? [wish.municipality] : [])])].map(
                    (name) => ({ value: name, label: name }),
                  ),
                ]}
              />
            ) : null}
            <TextField
              label={t('minCapacity')}
              name="minCapacity"
              type="number"
              min={1}
              max={100_000}
              defaultValue={wish.minCapacity ?? ''}
            />
            <SelectField
              label={t('unitFilter')}
              name="unit"
              defaultValue={wish.unit}
              options={[
                { value: '', label: t('anyUnit') },
                ...units.map(({ id, name, depth }) => ({
                  value: id,
                  label: `${'\u2003'.repeat(depth)}${name}`,
                })),
              ]}
            />
          </div>
          <div className={styles.choices}>
            {venueAttributes.map((attribute) => (
              <Choice
                key={attribute}
                name="has"
                value={attribute}
                label={t(`attribute.${attribute}`)}
                defaultChecked={wish.attributes.includes(attribute)}
              />
            ))}
          </div>
        </Disclosure>
      </div>
    </>
  )
}
