import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import {
  createBody,
  isSilent,
  listBodies,
  listUnits,
  organisationTexts,
} from '#modules/organisation/index.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { PartForm } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import {
  Card,
  EmptyState,
  Notice,
  PageHead,
  SelectField,
  Status,
  TextArea,
  TextField,
  Choice,
} from '#web/ui/index.ts'
import { listVacancies } from '../../operations/posts/list-vacancies.ts'
import { unitChoices } from '../persons/reached-units.ts'
import { bodyAddress } from './addresses.ts'
import { formFields } from '#web/form-fields.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(postsTexts, 'bodies', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const day = asked ? { asOf: asked } : {}
  const { asOf, bodies, bodyKinds } = await orProblemPage(visit.call(listBodies, day))
  const { units } = await orProblemPage(visit.call(listUnits, day))
  const vacancies = (await orProblemPage(visit.call(listVacancies, day))).bodies
  const fillings = new Map(vacancies.map((each) => [each.bodyId, each]))
  const groups = units.map((unit) => ({
    ...unit,
    bodies: bodies
      .filter((body) => body.unitId === unit.id)
      .map((body) => ({
        ...body,
        filling: fillings.get(body.id) ?? null,
        silent: body.openToJoin && isSilent(body.lastActive ?? body.validFrom, asOf),
      })),
  }))
  return {
    asked,
    bodyKinds,
    groups: groups.filter((unit) => unit.bodies.length > 0),
    withoutHighest: units.filter((unit) => !bodies.some((body) => body.unitId === unit.id && body.isHighest)),
    makeIn: asked ? [] : units.filter((unit) => mayIn(visit, createBody, unit.id)),
    ways: waysOf(visit),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const { field } = formFields(form)
  return orFormProblem(visit, organisationTexts, form, async () => {
    const { bodyId } = await visit.call(createBody, {
      unitId: field('unitId'),
      kind: field('kind'),
      name: field('name'),
      purpose: field('purpose'),
      contactAddress: field('contactAddress'),
      isHighest: form.has('isHighest'),
      openToJoin: form.has('openToJoin'),
      ...(field('validFrom') ? { validFrom: field('validFrom') } : {}),
    })
    return redirect(`${bodyAddress(bodyId)}?done`)
  })
}

/** Every body of the organisation on a day, unit by unit: what is vacant, what is silent, and who has no highest meeting. */
export default function BodiesPage() {
  const { asked, bodyKinds, groups, withoutHighest, makeIn, ways } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(postsTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const kind = (key: string) => bodyKinds.find((each) => each.key === key)?.singular ?? key
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('bodies')}
        lead={t('bodiesLead')}
      />
      <OrganisationWays asked={asked} current="bodies" ways={ways} />
      <FormNotices problem={problem} sayFields="any" />
      <AsOfControl asked={asked} />
      {groups.length === 0 ? <EmptyState title={t('bodiesNone')}>{t('bodiesNoneText')}</EmptyState> : null}
      {groups.map((unit) => (
        <Card key={unit.id} title={unit.name}>
          <ul className={styles.list}>
            {unit.bodies.map((body) => (
              <li key={body.id}>
                {body.depth > 0 ? <span aria-hidden="true">↳ </span> : null}
                <a href={bodyAddress(body.id, asked)}>{body.name}</a>{' '}
                <span className={styles.soft}>
                  {[
                    kind(body.kind),
                    body.isHighest ? t('isHighest') : '',
                    body.filling ? t('filled', { held: body.filling.held, number: body.filling.number }) : '',
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>{' '}
                {body.filling && body.filling.vacant > 0 ? (
                  <Status tone="warn">{t('vacant', { count: body.filling.vacant })}</Status>
                ) : null}{' '}
                {body.filling && body.filling.over > 0 ? (
                  <Status tone="bad">{t('over', { count: body.filling.over })}</Status>
                ) : null}{' '}
                {body.silent ? <Status tone="warn">{t('silent')}</Status> : null}
              </li>
            ))}
          </ul>
        </Card>
      ))}
      {withoutHighest.length > 0 ? (
        <Notice tone="warn" title={t('withoutHighest', { count: withoutHighest.length })}>
          <p>{withoutHighest.map((unit) => unit.name).join(', ')}</p>
        </Notice>
      ) : null}
      {makeIn.length > 0 ? (
        <Card title={t('newBody')}>
          <PartForm change="create" title={t('createBody')} problem={problem}>
            <TextField
              label={t('name')}
              name="name"
              required
              maxLength={200}
              defaultValue={problem?.values['name']}
              error={problem?.fields['name']}
            />
            <SelectField
              label={t('unit')}
              name="unitId"
              defaultValue={problem?.values['unitId']}
              options={unitChoices(makeIn)}
            />
            <SelectField
              label={t('kind')}
              name="kind"
              defaultValue={problem?.values['kind'] ?? 'board'}
              options={bodyKinds.map((each) => ({ value: each.key, label: each.singular }))}
            />
            <TextArea
              label={t('purpose')}
              optional={t('optional')}
              name="purpose"
              rows={3}
              maxLength={2000}
            />
            <TextField
              label={t('contactAddress')}
              hint={t('contactAddressHint')}
              optional={t('optional')}
              name="contactAddress"
              type="email"
              maxLength={200}
            />
            <Choice label={t('isHighest')} name="isHighest" />
            <Choice label={t('openToJoin')} name="openToJoin" />
            <TextField
              label={t('from')}
              optional={t('emptyToday')}
              name="validFrom"
              type="date"
              error={problem?.fields['validFrom']}
            />
          </PartForm>
        </Card>
      ) : null}
    </>
  )
}
