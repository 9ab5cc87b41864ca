import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { Problem } from '#platform/operations/problem.ts'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import {
  Button,
  Card,
  Choice,
  Columns,
  EmptyState,
  Notice,
  PageHead,
  SelectField,
  Stack,
  TextField,
} from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { createPerson } from '../../operations/persons/create-person.ts'
import { registrars } from '../../people-roles.ts'
import type { Candidate } from '../../store/persons/find-known.ts'
import { CandidateList } from './candidate-list.tsx'
import { personsTexts } from './persons-texts.ts'
import { reachedUnits } from './reached-units.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(personsTexts, 'add', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const units = visit.may(createPerson) ? await reachedUnits(visit, registrars) : []
  if (!visit.may(createPerson)) await orProblemPage(Promise.reject(new Problem('roleRequired')))
  return { units, unit: new URL(request.url).searchParams.get('unit') ?? '' }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const hasAddress = Boolean(field('street') || field('postalCode') || field('city'))
  return orFormProblem(visit, peopleTexts, form, async () => {
    const { personId } = await visit.call(createPerson, {
      unitId: field('unitId'),
      givenName: field('givenName'),
      familyName: field('familyName'),
      birthDate: field('birthDate') || null,
      personalNumber: field('personalNumber') || null,
      contacts: [
        ...(field('phone') ? [{ kind: 'phone' as const, value: field('phone') }] : []),
        ...(field('email') ? [{ kind: 'email' as const, value: field('email') }] : []),
        ...(hasAddress
          ? [
              {
                kind: 'address' as const,
                street: field('street'),
                postalCode: field('postalCode'),
                city: field('city'),
              },
            ]
          : []),
      ],
      membership:
        field('status') === 'none'
          ? null
          : {
              status: field('status') === 'applied' ? 'applied' : 'active',
              ...(field('from') ? { from: field('from') } : {}),
            },
      anotherPerson: form.has('anotherPerson'),
      // Without the tick, what is written beside it counts for nothing.
      ...(form.has('hasAskedBack') ? { askedBack: field('askedBack') } : {}),
    })
    return redirect(`/people/${personId}`)
  })
}

/** A new person, by hand. When somebody with the same e-mail or phone is there, they are shown first. */
export default function NewPersonPage() {
  const { units, unit } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(personsTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const candidates = (problem?.facts['candidates'] ?? []) as Candidate[]
  const askedToBeErased =
    problem?.facts['askedToBeErased'] === true || problem?.values['hasAskedBack'] === 'yes'
  const isSomebodyElse = candidates.length > 0 || problem?.values['anotherPerson'] === 'yes'
  const text = (
    name:
      | 'givenName'
      | 'familyName'
      | 'birthDate'
      | 'personalNumber'
      | 'phone'
      | 'email'
      | 'street'
      | 'postalCode'
      | 'city'
      | 'from',
    more: { type?: string; required?: boolean; maxLength?: number } = {},
  ) => (
    <TextField
      label={t(name)}
      name={name}
      maxLength={200}
      defaultValue={problem?.values[name]}
      error={errorOf(problem?.fields, name, problem?.values)}
      {...(more.required ? {} : { optional: t('optional') })}
      {...more}
    />
  )
  if (units.length === 0) return <EmptyState title={t('noUnits')} />
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        title={t('add')}
        lead={t('addLead')}
      />
      {problem ? (
        <Notice tone={candidates.length > 0 || askedToBeErased ? 'warn' : 'bad'} title={problem.title} live>
          <p>{problem.detail}</p>
          <CandidateList candidates={candidates} />
        </Notice>
      ) : null}
      <form method="post">
        <Stack>
          <Columns>
            <Card title={t('who')}>
              {text('givenName', { required: true })}
              {text('familyName')}
              {text('birthDate', { type: 'date' })}
              {text('personalNumber', { maxLength: 20 })}
            </Card>
            <Card title={t('contact')}>
              {text('phone', { type: 'tel' })}
              {text('email', { type: 'text' })}
              {text('street')}
              {text('postalCode', { maxLength: 20 })}
              {text('city', { maxLength: 100 })}
            </Card>
            <Card title={t('membership')}>
              <SelectField
                label={t('homeUnit')}
                name="unitId"
                required
                defaultValue={problem?.values['unitId'] ?? unit}
                options={[{ value: '', label: t('choose') }, ...units]}
              />
              <SelectField
                label={t('standing')}
                name="status"
                defaultValue={problem?.values['status'] ?? 'active'}
                options={[
                  { value: 'active', label: t('standing.active') },
                  { value: 'applied', label: t('standing.applied') },
                  { value: 'none', label: t('standing.none') },
                ]}
              />
              {text('from', { type: 'date' })}
            </Card>
          </Columns>
          {isSomebodyElse ? (
            <Choice
              label={t('anotherPerson')}
              name="anotherPerson"
              value="yes"
              defaultChecked={problem?.values['anotherPerson'] === 'yes'}
            />
          ) : null}
          {askedToBeErased ? (
            <Card title={t('askedToBeErased')}>
              <Stack>
                <Choice
                  label={t('hasAskedBack')}
                  name="hasAskedBack"
                  value="yes"
                  required
                  defaultChecked={problem?.values['hasAskedBack'] === 'yes'}
                />
                <TextField
                  label={t('askedBack')}
                  hint={t('askedBackHint')}
                  name="askedBack"
                  required
                  minLength={5}
                  maxLength={300}
                  defaultValue={problem?.values['askedBack']}
                  error={problem?.fields['askedBack']}
                />
              </Stack>
            </Card>
          ) : null}
          <p>
            <Button kind="primary">{t('add')}</Button>
          </p>
        </Stack>
      </form>
    </>
  )
}

/** A fault in a contact stands under its place in the list of those written. */
function errorOf(
  fields: Record<string, string> | undefined,
  name: string,
  values: Record<string, string> | undefined,
): string | undefined {
  if (!fields || !values) return undefined
  const written = ['phone', 'email'].filter((each) => values[each])
  const place = ['street', 'postalCode', 'city'].includes(name) ? written.length : written.indexOf(name)
  const key = name === 'phone' || name === 'email' ? 'value' : name
  return fields[name] ?? fields[`contacts.${place}.${key}`]
}
