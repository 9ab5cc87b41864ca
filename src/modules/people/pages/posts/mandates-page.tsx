import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { createPublicBody, listUnits, organisationTexts } from '#modules/organisation/index.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { PartForm } from '#web/change-form.tsx'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { mayIn } from '#web/may-in.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { ButtonLink, Card, Choice, EmptyState, PageHead, SelectField, TextField } from '#web/ui/index.ts'
import { listMandates } from '../../operations/posts/list-mandates.ts'
import { unitChoices } from '../persons/reached-units.ts'
import { publicBodyAddress } from './addresses.ts'
import { FromDay } from './day-fields.tsx'
import { formFields } from '#web/form-fields.ts'
import { MandateLine } from './mandate-line.tsx'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(postsTexts, 'mandates', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  const wanted = new URL(request.url).searchParams
  const filter = (name: string) => wanted.get(name)?.trim().slice(0, 100) ?? ''
  const filters = {
    area: filter('area'),
    policyArea: filter('policyArea'),
    words: filter('words'),
    agreement: filter('agreement'),
  }
  const byAgreement = wanted.has('byAgreement')
  const shown = await orProblemPage(
    visit.call(listMandates, {
      ...(asked ? { asOf: asked } : {}),
      ...Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== '')),
      ...(byAgreement ? { byAgreement } : {}),
    }),
  )
  const { units } = await orProblemPage(visit.call(listUnits, asked ? { asOf: asked } : {}))
  return {
    ...shown,
    asked,
    filters: { ...filters, byAgreement },
    makeIn: asked ? [] : units.filter((unit) => mayIn(visit, createPublicBody, unit.id)),
    ways: waysOf(visit),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const { field, day } = formFields(form)
  return orFormProblem(visit, organisationTexts, form, async () => {
    const { publicBodyId } = await visit.call(createPublicBody, {
      unitId: field('unitId'),
      // What is no such word is answered by the operation, like everything else.
      level: field('level') as 'municipality',
      kind: field('kind') as 'council',
      name: field('name'),
      areaName: field('areaName'),
      areaCode: field('areaCode'),
      policyArea: field('policyArea'),
      ...day('from'),
    })
    return redirect(`${publicBodyAddress(publicBodyId)}?done`)
  })
}

/** Who sits in which public body on a day. Made for a phone: a body after another, its holders under it. */
export default function MandatesPage() {
  const { asOf, bodies, areas, policyAreas, agreements, asked, filters, makeIn, ways } =
    useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(postsTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const held = bodies.reduce((sum, body) => sum + body.holders.length + body.hidden, 0)
  const all = { value: '', label: t('all') }
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('mandates')}
        lead={t('mandatesLead', { count: held, day: asOf })}
        actions={
          <ButtonLink href={onDay('/organisation/agreements', asked)} small>
            {t('toAgreements')}
          </ButtonLink>
        }
      />
      <OrganisationWays asked={asked} current="mandates" ways={ways} />
      <FormNotices problem={problem} sayFields="any" />
      <AsOfControl asked={asked}>
        <TextField
          label={t('words')}
          name="words"
          type="search"
          maxLength={100}
          defaultValue={filters.words}
        />
        <SelectField
          label={t('area')}
          name="area"
          defaultValue={filters.area}
          options={[all, ...areas.map((area) => ({ value: area, label: area }))]}
        />
        <SelectField
          label={t('policyArea')}
          name="policyArea"
          defaultValue={filters.policyArea}
          options={[all, ...policyAreas.map((area) => ({ value: area, label: area }))]}
        />
        {agreements.length > 0 ? (
          <SelectField
            label={t('agreement')}
            name="agreement"
            defaultValue={filters.agreement}
            options={[all, ...agreements.map((name) => ({ value: name, label: name }))]}
          />
        ) : null}
        <Choice label={t('byAgreement')} name="byAgreement" defaultChecked={filters.byAgreement} />
      </AsOfControl>
      {bodies.length === 0 ? (
        <EmptyState title={t('mandatesNone')}>{t('mandatesNoneText')}</EmptyState>
      ) : (
        [...Map.groupBy(bodies, (body) => body.areaName)].map(([area, own]) => (
          <Card key={area} title={area || t('noArea')}>
            <ul className={styles.list}>
              {own.map((body) => (
                <li key={body.id}>
                  <a href={publicBodyAddress(body.id, asked)}>{body.name}</a>{' '}
                  <span className={styles.soft}>
                    {[body.policyArea, body.holders.length + body.hidden === 0 ? t('nobody') : '']
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                  {body.holders.length + body.hidden > 0 ? (
                    <ul className={styles.list}>
                      {body.holders.map((mandate) => (
                        <li key={mandate.id}>
                          <MandateLine mandate={mandate} />
                        </li>
                      ))}
                      {body.hidden > 0 ? <li>{t('hidden', { count: body.hidden })}</li> : null}
                    </ul>
                  ) : null}
                </li>
              ))}
            </ul>
          </Card>
        ))
      )}
      {makeIn.length > 0 ? (
        <Card title={t('newPublicBody')}>
          <PartForm change="create" title={t('createPublicBody')} problem={problem}>
            <TextField
              label={t('name')}
              name="name"
              required
              maxLength={200}
              defaultValue={problem?.values['name']}
              error={problem?.fields['name']}
            />
            <SelectField
              label={t('level')}
              name="level"
              options={(['municipality', 'region', 'state', 'other'] as const).map((level) => ({
                value: level,
                label: t(`level.${level}`),
              }))}
            />
            <SelectField
              label={t('kind')}
              name="kind"
              defaultValue="committee"
              options={(['council', 'executive', 'committee', 'company', 'other'] as const).map((kind) => ({
                value: kind,
                label: t(`publicKind.${kind}`),
              }))}
            />
            <TextField
              label={t('areaName')}
              optional={t('optional')}
              name="areaName"
              maxLength={200}
              defaultValue={problem?.values['areaName']}
            />
            <TextField
              label={t('areaCode')}
              hint={t('areaCodeHint')}
              optional={t('optional')}
              name="areaCode"
              maxLength={4}
              inputMode="numeric"
              defaultValue={problem?.values['areaCode']}
              error={problem?.fields['areaCode']}
            />
            <TextField
              label={t('policyArea')}
              hint={t('policyAreaHint')}
              optional={t('optional')}
              name="policyArea"
              maxLength={100}
            />
            <SelectField label={t('answersFor')} name="unitId" options={unitChoices(makeIn)} />
            <FromDay problem={problem} />
          </PartForm>
        </Card>
      ) : null}
    </>
  )
}
