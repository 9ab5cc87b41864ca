import { useActionData, useLoaderData, type LoaderFunctionArgs, type MetaFunction } from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { PartForm } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Card, Choice, Columns, FactList, PageHead, TextField } from '#web/ui/index.ts'
import { listBodies } from '../../operations/list-bodies.ts'
import { changeVenue } from '../../operations/venues/change-venue.ts'
import { createVenueRequest } from '../../operations/venues/create-venue-request.ts'
import { getVenue } from '../../operations/venues/get-venue.ts'
import { recordVenueRequestStep } from '../../operations/venues/record-venue-request-step.ts'
import { AttributeMarks } from './attribute-marks.tsx'
import { changeVenuePage, venueChanges } from './change-venue-page.ts'
import { AskForm, RequestList } from './request-list.tsx'
import { VenueFields } from './venue-fields.tsx'
import { venueTexts } from './venues-texts.ts'
import styles from './venues.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(venueTexts, 'named', matches, { name: loaderData?.shown.venue.name ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const shown = await orProblemPage(
    visit.call(getVenue, { venueId: params['venue'] ?? '', ...(asked ? { asOf: asked } : {}) }),
  )
  const open = !asked && shown.venue.validTo === null
  const bodies =
    open && visit.may(createVenueRequest)
      ? (await orProblemPage(visit.call(listBodies, {}))).bodies.filter((body) =>
          mayIn(visit, createVenueRequest, body.unitId),
        )
      : []
  const done = new URL(request.url).searchParams.get('done')
  return {
    shown,
    asked,
    bodies: bodies.map(({ id, name }) => ({ id, name })),
    mayChange: open && mayIn(visit, changeVenue, shown.venue.unitId),
    mayStep: asked
      ? []
      : shown.requests
          .filter((each) => mayIn(visit, recordVenueRequestStep, each.unitId))
          .map((each) => each.id),
    done: venueChanges.find((each) => each === done) ?? null,
  }
}

export const action = changeVenuePage

/** One of the premises: what there is, whom to ask, what has been asked for and what came of it. */
export default function VenuePage() {
  const { shown, asked, bodies, mayChange, mayStep, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(venueTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const { venue } = shown
  const facts = [
    { label: t('where'), value: [venue.address, venue.municipality].filter(Boolean).join(', ') },
    {
      label: t('capacityLabel'),
      value: venue.capacity === null ? t('capacityUnknown') : String(venue.capacity),
    },
    { label: t('cost'), value: venue.costNote },
    { label: t('owner'), value: venue.ownerName },
    {
      label: t('contact'),
      value: venue.ownerEmail || venue.ownerPhone ? <OwnerContact venue={venue} /> : '',
    },
    { label: t('inUse'), value: <InUse venue={venue} day={shown.asOf} /> },
    {
      label: t('keptBy'),
      value: <a href={onDay(`/organisation/units/${venue.unitId}`, asked)}>{shown.unitName}</a>,
    },
  ]
  return (
    <>
      <PageHead
        crumbs={[
          { href: onDay('/organisation', asked), label: t('organisation') },
          { href: onDay('/organisation/venues', asked), label: t('title') },
        ]}
        crumbsLabel={t('crumbs')}
        title={venue.name}
      />
      <FormNotices done={done ? t(`done.${done}`) : null} problem={problem} sayFields="any" />
      <AsOfControl asked={asked} />
      {venue.attributes.length > 0 ? (
        <AttributeMarks attributes={venue.attributes} />
      ) : (
        <p className={styles.soft}>{t('hasNone')}</p>
      )}
      {venue.remark ? <p className={styles.text}>{venue.remark}</p> : null}
      <FactList facts={facts.filter((fact) => fact.value !== '')} />
      <Card title={t('requests')} id="requests">
        <RequestList
          requests={shown.requests}
          mayStep={mayStep}
          mayChange={mayChange}
          has={venue.attributes}
          problem={problem}
        />
        {bodies.length > 0 ? <AskForm bodies={bodies} has={venue.attributes} problem={problem} /> : null}
      </Card>
      <Columns>
        {shown.changes.length > 1 ? <Changes changes={shown.changes} /> : null}
        {mayChange ? (
          <Card title={t('change')}>
            <PartForm change="changed" title={t('changeVenue')} text={t('changeText')} problem={problem}>
              <VenueFields
                facts={venue}
                problem={problem?.values['change'] === 'changed' ? problem : undefined}
              />
              <TextField label={t('changeFrom')} optional={t('emptyToday')} name="from" type="date" />
            </PartForm>
            <PartForm change="ended" title={t('end')} text={t('endText')} problem={problem} danger>
              <TextField label={t('lastDay')} optional={t('emptyToday')} name="lastDay" type="date" />
              <Choice label={t('confirmEnd', { name: venue.name })} name="confirmed" required />
            </PartForm>
          </Card>
        ) : null}
      </Columns>
    </>
  )
}

type Shown = Awaited<ReturnType<typeof loader>>['shown']

function OwnerContact({ venue }: { venue: Shown['venue'] }) {
  return (
    <>
      {venue.ownerEmail ? <a href={`mailto:${venue.ownerEmail}`}>{venue.ownerEmail}</a> : null}
      {venue.ownerEmail && venue.ownerPhone ? ' · ' : null}
      {venue.ownerPhone ? (
        <a href={`tel:${venue.ownerPhone.replaceAll(/[^0-9+]/g, '')}`}>{venue.ownerPhone}</a>
      ) : null}
    </>
  )
}

function InUse({ venue, day }: { venue: Shown['venue']; day: string }) {
  const t = useTexts(venueTexts)
  if (venue.validTo) return t('fromTo', { from: venue.validFrom, to: venue.validTo })
  return t(venue.validFrom > day ? 'from' : 'since', { day: venue.validFrom })
}

function Changes({ changes }: { changes: Shown['changes'] }) {
  const t = useTexts(venueTexts)
  const words = (attributes: readonly string[]) =>
    attributes.map((each) => t(`attribute.${each}` as 'attribute.lift').toLocaleLowerCase('sv')).join(', ')
  return (
    <Card title={t('changes')}>
      <FactList
        facts={changes.map((each, index) => ({
          label: each.validFrom,
          value: [
            index === changes.length - 1 ? t('began', { name: each.name }) : t('changed'),
            each.capacity === null ? '' : t('capacity', { count: each.capacity }),
            each.gained.length > 0 ? t('gained', { list: words(each.gained) }) : '',
            each.lost.length > 0 ? t('lost', { list: words(each.lost) }) : '',
          ]
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </Card>
  )
}
