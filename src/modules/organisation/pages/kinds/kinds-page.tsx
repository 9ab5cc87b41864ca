import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { AsOfControl } from '#web/as-of/as-of-control.tsx'
import { dayAsked, onDay } from '#web/as-of/as-of.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { OrganisationWays } from '#web/organisation-ways/organisation-ways.tsx'
import { waysOf } from '#web/organisation-ways/ways.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, PageHead, Stack } from '#web/ui/index.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { listKinds } from '../../operations/list-kinds.ts'
import { setBodyKinds } from '../../operations/bodies/set-body-kinds.ts'
import { setUnitKinds } from '../../operations/set-unit-kinds.ts'
import { KindRows } from './kind-rows.tsx'
import { kindsTexts } from './kinds-texts.ts'
import { readKinds } from './read-kinds.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(kindsTexts, 'title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const asked = dayAsked(request)
  return {
    ...(await orProblemPage(visit.call(listKinds, asked ? { asOf: asked } : {}))),
    asked,
    ways: waysOf(visit),
    mayChange: !asked && visit.may(setBodyKinds),
    done: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const words = (name: string) => readKinds(form, name).map(({ marked: _, ...kind }) => kind)
  return orFormProblem(visit, organisationTexts, form, async () => {
    if (form.get('change') === 'units') {
      const kinds = readKinds(form, 'unit').map(({ marked, ...kind }) => ({ ...kind, beside: marked }))
      await visit.call(setUnitKinds, { kinds })
    } else {
      const roleKinds = readKinds(form, 'role').map(({ marked, ...kind }) => ({
        ...kind,
        substitute: marked,
      }))
      await visit.call(setBodyKinds, { bodyKinds: words('body'), roleKinds })
    }
    return redirect('/organisation/kinds?done')
  })
}

/** What the organisation calls its units, its bodies and the roles in them. */
export default function KindsPage() {
  const { unitKinds, bodyKinds, roleKinds, asked, ways, mayChange, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(kindsTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const button = mayChange ? (
    <p>
      <Button kind="primary">{t('save')}</Button>
    </p>
  ) : null
  return (
    <>
      <PageHead
        crumbs={[{ href: onDay('/organisation', asked), label: t('organisation') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead')}
      />
      <OrganisationWays current="kinds" ways={ways} asked={asked} />
      <AsOfControl asked={asked} />
      <FormNotices done={done ? t('done') : null} problem={problem} sayFields="any" />
      <Card title={t('units')}>
        <form method="post">
          <Stack>
            <input type="hidden" name="change" value="units" />
            <KindRows
              name="unit"
              label={t('units')}
              marked={t('beside')}
              kinds={unitKinds.map((kind) => ({ ...kind, marked: kind.beside }))}
              open={mayChange}
            />
            {button}
          </Stack>
        </form>
      </Card>
      <Card title={t('bodies')}>
        <form method="post">
          <Stack>
            <input type="hidden" name="change" value="bodies" />
            <KindRows
              name="body"
              label={t('bodies')}
              marked={null}
              kinds={bodyKinds.map((kind) => ({ ...kind, marked: false }))}
              open={mayChange}
            />
            <h3>{t('roles')}</h3>
            <KindRows
              name="role"
              label={t('roles')}
              marked={t('substitute')}
              kinds={roleKinds.map((kind) => ({ ...kind, marked: kind.substitute }))}
              open={mayChange}
            />
            {button}
          </Stack>
        </form>
      </Card>
    </>
  )
}
