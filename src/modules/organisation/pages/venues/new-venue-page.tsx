import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, ButtonLink, Card, PageHead, Row, SelectField, Stack, TextField } from '#web/ui/index.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { listUnits } from '../../operations/list-units.ts'
import { createVenue } from '../../operations/venues/create-venue.ts'
import { formFields } from '#web/form-fields.ts'
import { readVenueForm } from './read-venue-form.ts'
import { VenueFields } from './venue-fields.tsx'
import { venueTexts } from './venues-texts.ts'
import styles from './venues.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(venueTexts, 'new', matches)

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { units } = await orProblemPage(visit.call(listUnits, {}))
  return { units: units.filter((unit) => mayIn(visit, createVenue, unit.id)) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const { field, day } = formFields(form)
  return orFormProblem(visit, organisationTexts, form, async () => {
    const { venueId } = await visit.call(createVenue, {
      unitId: field('unitId'),
      ...readVenueForm(form),
      ...day('from'),
    })
    return redirect(`/organisation/venues/${venueId}?done=created`)
  })
}

/** Puts premises into the register. */
export default function NewVenuePage() {
  const { units } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(venueTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/organisation', label: t('organisation') },
          { href: '/organisation/venues', label: t('title') },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('new')}
      />
      <FormNotices done={null} problem={problem} sayFields="any" />
      <Card>
        <form method="post" className={styles.form}>
          <Stack>
            <VenueFields facts={null} problem={problem} />
            <SelectField
              label={t('unit')}
              name="unitId"
              defaultValue={problem?.values['unitId']}
              options={units.map((unit) => ({
                value: unit.id,
                label: `${'\u2003'.repeat(unit.depth)}${unit.name}`,
              }))}
            />
            <TextField
              label={t('validFrom')}
              optional={t('emptyToday')}
              name="from"
              type="date"
              defaultValue={problem?.values['from']}
              error={problem?.fields['from']}
            />
            <Row>
              <Button kind="primary">{t('save')}</Button>
              <ButtonLink href="/organisation/venues">{t('title')}</ButtonLink>
            </Row>
          </Stack>
        </form>
      </Card>
    </>
  )
}
