import { redirect, useActionData, useLoaderData } from 'react-router'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from 'react-router'
import { processingParts } from '#platform/operations/processing.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { useTexts } from '#web/language.tsx'
import { orFormProblem, orProblemPage, type FormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import {
  Button,
  ButtonLink,
  Card,
  Choice,
  Disclosure,
  FactList,
  PageHead,
  Stack,
  TextArea,
  TextField,
} from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { listProcessingRecords } from '../../operations/privacy/list-processing-records.ts'
import { setProcessingRecord } from '../../operations/privacy/set-processing-record.ts'
import { officeTexts } from './office-texts.ts'
import { PrivacyTabs } from './privacy-tabs.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(officeTexts, 'processing', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { records } = await orProblemPage(visit.call(listProcessingRecords, {}))
  return {
    records,
    maySet: visit.may(setProcessingRecord),
    done: new URL(request.url).searchParams.has('done'),
  }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const field = (name: string) => String(form.get(name) ?? '').trim()
  return orFormProblem(visit, peopleTexts, form, async () => {
    const [name, purpose, persons, data, basis, recipients, retention, security] = processingParts.map(
      field,
    ) as [string, string, string, string, string, string, string, string]
    await visit.call(setProcessingRecord, {
      ...(field('id') ? { id: field('id') } : {}),
      ...(field('declared') ? { declared: field('declared') } : {}),
      ended: form.has('ended'),
      name,
      purpose,
      persons,
      data,
      basis,
      recipients,
      retention,
      security,
    })
    return redirect('/people/processing?done')
  })
}

type Shown = Awaited<ReturnType<typeof loader>>['records'][number]

/** What personal data is handled for (GDPR art. 30), what each module declares and what the organisation has written. */
export default function ProcessingPage() {
  const { records, maySet, done } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(officeTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people', label: t('people') }]}
        crumbsLabel={t('crumbs')}
        title={t('processing')}
        lead={t('processingLead')}
        actions={
          <>
            <ButtonLink href="/people/processing.csv" small>
              {t('asCsv')}
            </ButtonLink>
            <ButtonLink href="/people/processing.csv?format=json" small>
              {t('asJson')}
            </ButtonLink>
          </>
        }
      />
      <PrivacyTabs current="processing" />
      <FormNotices done={done ? t('processingDone') : null} problem={problem} />
      {records.map((record) => (
        <Card key={record.id ?? record.declared} title={record.name}>
          <Stack>
            <FactList
              facts={processingParts
                .filter((part) => part !== 'name' && record[part] !== '')
                .map((part) => ({ label: t(`part.${part}`), value: record[part] }))}
            />
            {maySet ? (
              <Disclosure summary={t('change')}>
                <RecordForm record={record} problem={undefined} />
              </Disclosure>
            ) : null}
          </Stack>
        </Card>
      ))}
      {maySet ? (
        <Card>
          <Disclosure summary={t('processingNew')} open={problem !== undefined}>
            <RecordForm record={null} problem={problem} />
          </Disclosure>
        </Card>
      ) : null}
    </>
  )
}

function RecordForm({ record, problem }: { record: Shown | null; problem: FormProblem | undefined }) {
  const t = useTexts(officeTexts)
  return (
    <form method="post" action="/people/processing">
      <Stack>
        {record?.id ? <input type="hidden" name="id" value={record.id} /> : null}
        {record && !record.id ? <input type="hidden" name="declared" value={record.declared ?? ''} /> : null}
        {processingParts.map((part) =>
          part === 'name' ? (
            <TextField
              key={part}
              label={t('part.name')}
              name="name"
              required
              maxLength={200}
              defaultValue={problem?.values['name'] ?? record?.name}
              error={problem?.fields['name']}
            />
          ) : (
            <TextArea
              key={part}
              label={t(`part.${part}`)}
              name={part}
              rows={2}
              maxLength={4000}
              defaultValue={problem?.values[part] ?? record?.[part]}
            />
          ),
        )}
        {record ? <Choice label={t('processingEnd')} name="ended" /> : null}
        <p>
          <Button>{t('save')}</Button>
        </p>
      </Stack>
    </form>
  )
}
