import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { Problem } from '#platform/operations/problem.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, PageHead, Row, SelectField, Stack, TextArea, TextField } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { createPeopleImport } from '../../operations/imports/create-people-import.ts'
import { listPeopleImports } from '../../operations/imports/list-people-imports.ts'
import { registrars } from '../../people-roles.ts'
import { reachedUnits } from '../persons/reached-units.ts'
import { RegisterLinks } from '../persons/register-links.tsx'
import { registerParts } from '../persons/register-parts.ts'
import { importTexts } from './import-texts.ts'
import { RunsTable } from './runs-table.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(importTexts, 'title', matches)

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { runs } = await orProblemPage(visit.call(listPeopleImports, {}))
  return { runs, units: await reachedUnits(visit, registrars), register: registerParts(visit) }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  return orFormProblem(visit, peopleTexts, form, async () => {
    const chosen = form.get('file')
    const pasted = String(form.get('pasted') ?? '')
    const file =
      chosen instanceof File && chosen.size > 0
        ? chosen
        : new File([pasted], `${importTexts.in(visit.language)('paste.name')}.csv`, { type: 'text/csv' })
    if (file.size === 0 || (file !== chosen && pasted.trim() === '')) {
      throw new Problem('invalidInput', { issues: [{ path: ['file'], message: 'import.choose' }] })
    }
    const { runId } = await visit.call(createPeopleImport, { file, unitId: String(form.get('unitId') ?? '') })
    return redirect(`/people/import/${runId}`)
  })
}

/** Hands a file of persons over to be looked at, and lists the imports that were made. */
export default function ImportsPage() {
  const { runs, units, register } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(importTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('register') }]}
        crumbsLabel={t('crumbs')}
        title={t('title')}
        lead={t('lead')}
      />
      <RegisterLinks parts={register} current="imports" />
      <FormNotices problem={problem} sayFields={['file']} />
      <Card title={t('new')}>
        <form method="post" encType="multipart/form-data">
          <Stack>
            <TextField
              label={t('file')}
              hint={t('file.hint')}
              type="file"
              name="file"
              accept=".xlsx,.csv,.tsv,.txt"
              error={problem?.fields['file']}
            />
            <TextArea
              label={t('paste')}
              hint={t('paste.hint')}
              name="pasted"
              rows={3}
              defaultValue={problem?.values['pasted']}
            />
            <SelectField
              label={t('unit')}
              hint={t('unit.hint')}
              name="unitId"
              defaultValue={problem?.values['unitId']}
              options={units}
            />
            <Row>
              <Button kind="primary">{t('look')}</Button>
            </Row>
          </Stack>
        </form>
      </Card>
      <Card title={t('runs')}>{runs.length === 0 ? <p>{t('runs.none')}</p> : <RunsTable runs={runs} />}</Card>
    </>
  )
}
