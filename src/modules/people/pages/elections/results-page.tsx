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
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Button, Card, Notice, PageHead, Stack, TextArea } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { getElection } from '../../operations/elections/get-election.ts'
import { previewElectionResults } from '../../operations/elections/preview-election-results.ts'
import { recordElectionResults } from '../../operations/elections/record-election-results.ts'
import { decodeText } from '../../rules/imports/decode-text.ts'
import { electionsTexts } from './elections-texts.ts'
import { Remarks } from './remarks.tsx'
import { ResultTable } from './result-table.tsx'
import styles from './elections.module.css'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(electionsTexts, 'resultTitle', matches, { body: loaderData?.election.bodyName ?? '' })

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const { election, rows } = await orProblemPage(
    visit.call(getElection, { electionId: params['election'] ?? '' }),
  )
  return { election, replaces: rows.length > 0 }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const electionId = params['election'] ?? ''
  const text = await textOf(form)
  return orFormProblem(visit, peopleTexts, form, async () => {
    if (form.get('change') === 'save') {
      await visit.call(recordElectionResults, { electionId, text })
      return redirect(`/organisation/elections/${electionId}?done`)
    }
    return { text, preview: await visit.call(previewElectionResults, { electionId, text }) }
  })
}

/** What was pasted, or the text of a file in whatever encoding Swedish spreadsheets write. */
async function textOf(form: FormData): Promise<string> {
  const pasted = String(form.get('text') ?? '')
  const file = form.get('file')
  if (pasted.trim() !== '' || !(file instanceof File) || file.size === 0) return pasted
  return decodeText(new Uint8Array(await file.arrayBuffer())).text
}

/** A result is pasted, shown as it is read, and kept only then. */
export default function ResultsPage() {
  const { election, replaces } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(electionsTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  const read = answer && 'preview' in answer ? answer : null
  const preview = read?.preview
  const home = `/organisation/elections/${election.id}`
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/organisation', label: t('organisation') },
          { href: '/organisation/elections', label: t('elections') },
          { href: home, label: t('electionTitle', { body: election.bodyName, day: election.day }) },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('resultTitle', { body: election.bodyName })}
        lead={t('resultLead', { seats: election.seats })}
      />
      <FormNotices problem={problem} sayFields="any" />
      {preview && preview.faults.length > 0 ? (
        <Notice tone="bad" title={t('unread')} live>
          <Remarks remarks={preview.faults} />
        </Notice>
      ) : null}
      {preview && preview.faults.length === 0 ? (
        <Card title={t('howRead')}>
          <Stack>
            <ResultTable rows={preview.rows} label={t('howRead')} />
            {preview.left.length > 0 ? <p>{t('left', { names: preview.left.join(', ') })}</p> : null}
            {preview.newParties.length > 0 ? (
              <Notice>
                <p>{t('newParties', { names: preview.newParties.join(', ') })}</p>
              </Notice>
            ) : null}
            {preview.findings.length > 0 ? (
              <Notice tone="warn" title={t('findings')}>
                <Remarks remarks={preview.findings} />
                <p>{t('findingsText')}</p>
              </Notice>
            ) : (
              <p>{t('findingsNone')}</p>
            )}
            {replaces ? <p>{t('replaces')}</p> : null}
            <form method="post">
              <input type="hidden" name="change" value="save" />
              <textarea hidden readOnly name="text" value={read?.text ?? ''} />
              <Button kind="primary">{t('save')}</Button>
            </form>
          </Stack>
        </Card>
      ) : null}
      <Card title={preview ? t('readAgain') : t('paste')}>
        <form method="post" encType="multipart/form-data" className={styles.form}>
          <Stack>
            <input type="hidden" name="change" value="preview" />
            <TextArea
              label={t('table')}
              hint={t('tableHint')}
              name="text"
              rows={12}
              defaultValue={read?.text ?? problem?.values['text']}
              className={styles.text}
            />
            <label>
              {t('orFile')} <input type="file" name="file" accept=".csv,.txt,.tsv,text/csv,text/plain" />
            </label>
            <p>
              <Button kind={preview ? 'plain' : 'primary'}>{t('read')}</Button>
            </p>
          </Stack>
        </form>
      </Card>
    </>
  )
}
