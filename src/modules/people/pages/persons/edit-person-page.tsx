import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, Choice, PageHead, SelectField, Stack, TextArea, TextField } from '#web/ui/index.ts'
import { Problem } from '#platform/operations/problem.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { peopleTexts } from '../../messages/people.ts'
import { getPerson } from '../../operations/persons/get-person.ts'
import { protectPerson } from '../../operations/persons/protect-person.ts'
import { updatePerson } from '../../operations/persons/update-person.ts'
import { fullName } from '../../rules/names.ts'
import { LanguageFields, readLanguages } from './language-fields.tsx'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(personsTexts, 'editTitle', matches, { name: loaderData ? fullName(loaderData.record) : '' })

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  if (!visit.may(updatePerson)) await orProblemPage(Promise.reject(new Problem('roleRequired')))
  return { record: await orProblemPage(visit.call(getPerson, { personId: params['person'] ?? '' })) }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const personId = params['person'] ?? ''
  const field = (name: string) => String(form.get(name) ?? '').trim()
  return orFormProblem(visit, peopleTexts, form, async () => {
    if (field('change') === 'protect') {
      if (!form.has('confirmed')) {
        throw new Problem('invalidInput', { issues: [{ path: ['confirmed'], message: 'person.confirm' }] })
      }
      await visit.call(protectPerson, { personId })
      return redirect(`/people/protected/${personId}`)
    }
    await visit.call(updatePerson, {
      personId,
      expectedRevision: Number(field('revision')),
      givenName: field('givenName'),
      familyName: field('familyName'),
      birthDate: field('birthDate') || null,
      // It is not shown, so what is left empty stays; a tick takes it away.
      ...(form.has('removeNumber')
        ? { personalNumber: null }
        : field('personalNumber')
          ? { personalNumber: field('personalNumber') }
          : {}),
      language: field('language') === 'en' ? 'en' : 'sv',
      languages: readLanguages(form, field('spoken').split(' ')),
      accessibility: field('accessibility'),
    })
    return redirect(`/people/${personId}`)
  })
}

/** Who somebody is in the register, to be changed; and the protection of an identity. */
export default function EditPersonPage() {
  const { record } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(personsTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const written = (name: string, before: string) => problem?.values[name] ?? before
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/people', label: t('title') },
          { href: `/people/${record.id}`, label: fullName(record) },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('editTitle', { name: fullName(record) })}
      />
      <FormNotices problem={problem} sayFields={['confirmed']} />
      <Card title={t('who')} className={styles.form}>
        <form method="post">
          <Stack>
            <input type="hidden" name="revision" value={record.revision} />
            <TextField
              label={t('givenName')}
              name="givenName"
              required
              maxLength={200}
              defaultValue={written('givenName', record.givenName)}
              error={problem?.fields['givenName']}
            />
            <TextField
              label={t('familyName')}
              name="familyName"
              maxLength={200}
              defaultValue={written('familyName', record.familyName)}
              error={problem?.fields['familyName']}
            />
            <TextField
              label={t('birthDate')}
              optional={t('optional')}
              name="birthDate"
              type="date"
              defaultValue={written('birthDate', record.birthDate ?? '')}
              error={problem?.fields['birthDate']}
            />
            <TextField
              label={t('personalNumber')}
              hint={
                record.personalNumber ? t('numberKept', { number: record.personalNumber }) : t('numberNone')
              }
              name="personalNumber"
              maxLength={20}
              autoComplete="off"
              defaultValue={written('personalNumber', '')}
              error={problem?.fields['personalNumber']}
            />
            {record.personalNumber ? <Choice label={t('removeNumber')} name="removeNumber" /> : null}
            <SelectField
              label={t('language')}
              name="language"
              defaultValue={written('language', record.language)}
              options={[
                { value: 'sv', label: t('language.sv') },
                { value: 'en', label: t('language.en') },
              ]}
            />
            <input type="hidden" name="spoken" value={record.languages.join(' ')} />
            <LanguageFields
              spoken={record.languages}
              values={problem?.values}
              error={problem?.fields['otherLanguages'] ?? problem?.fields['languages']}
            />
            <TextArea
              label={t('accessibility')}
              hint={t('accessibilityHint')}
              name="accessibility"
              rows={3}
              maxLength={2000}
              defaultValue={written('accessibility', record.accessibility ?? '')}
            />
            <p>
              <Button kind="primary">{t('save')}</Button>
            </p>
          </Stack>
        </form>
      </Card>
      <Card title={t('protect')} className={styles.form}>
        <p>{t('protectText')}</p>
        <form method="post">
          <Stack>
            <input type="hidden" name="change" value="protect" />
            <Choice label={t('protectConfirm')} name="confirmed" required />
            <p>
              <Button kind="danger">{t('protect')}</Button>
            </p>
          </Stack>
        </form>
      </Card>
    </>
  )
}
