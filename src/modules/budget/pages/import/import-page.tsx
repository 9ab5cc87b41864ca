import {
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { uploadFile } from '#platform/files/operations/upload-file.ts'
import { Problem } from '#platform/operations/problem.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import {
  Button,
  Card,
  Columns,
  Notice,
  PageHead,
  Row,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#web/ui/index.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { listImports } from '../../operations/list-imports.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { dayAndTime } from '../parts/times.ts'
import { importTexts } from './import-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book } = await bookAndVersion(args)
  const { imports } = await orProblemPage(visit.call(listImports, { bookId: book.id }))
  return { book, imports }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book } = await bookAndVersion(args)
  const form = await args.request.formData()
  const t = importTexts.in(visit.language)
  return orFormProblem(visit, budgetTexts, form, async () => {
    const files = form.getAll('file').filter((each): each is File => each instanceof File && each.size > 0)
    const pasted = String(form.get('pasted') ?? '')
    if (pasted.trim() !== '') files.push(new File([pasted], t('paste.name'), { type: 'text/plain' }))
    if (files.length === 0)
      throw new Problem('invalidInput', { issues: [{ path: ['file'], message: 'import.choose' }] })
    const ids: string[] = []
    for (const file of files) ids.push((await visit.call(uploadFile, { file })).fileId)
    const version = encodeURIComponent(String(form.get('version') ?? ''))
    return redirect(`/budget/${book.slug}/import/${ids.join(',')}?version=${version}`)
  })
}

/** Hands files or a pasted table over to be looked at; nothing is read in yet. */
export default function ImportPage() {
  const { book, imports } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const [search] = useSearchParams()
  const t = useTexts(importTexts)
  const language = useLanguage()
  const done = search.get('done')
  return (
    <>
      {done === 'imported' ? (
        <Notice tone="good" live>
          <p>
            {t('done.imported', { tables: Number(search.get('tables')), cells: Number(search.get('cells')) })}{' '}
            <a href={`/budget/${book.slug}/check`}>{t('done.check')}</a>
          </p>
        </Notice>
      ) : null}
      {done === 'unchanged' ? (
        <Notice live>
          <p>{t('done.unchanged')}</p>
        </Notice>
      ) : null}
      <PageHead title={t('title')} lead={t('lead')} />
      <FormNotices problem={problem} />
      <Columns>
        <Card>
          <form method="post" encType="multipart/form-data">
            <Stack>
              <SelectField
                label={t('version')}
                hint={t('version.hint')}
                name="version"
                defaultValue={problem?.values['version'] ?? book.versions[0]?.slug}
                options={book.versions
                  .filter((version) => version.kind !== 'scenario' && version.state !== 'archived')
                  .map((version) => ({ value: version.slug, label: version.name }))}
              />
              <TextField
                label={t('file')}
                hint={t('file.hint')}
                type="file"
                name="file"
                multiple
                accept=".xlsx,.csv,.tsv,.txt,.json"
                error={problem?.fields['file']}
              />
              <TextArea
                label={t('paste')}
                hint={t('paste.hint')}
                name="pasted"
                defaultValue={problem?.values['pasted']}
              />
              <Row>
                <Button kind="primary">{t('upload')}</Button>
              </Row>
            </Stack>
          </form>
        </Card>
        <Card title={t('history')}>
          {imports.length === 0 ? <p>{t('history.none')}</p> : null}
          <ul>
            {imports.map((each) => (
              <li key={each.id}>
                {book.versions.find((version) => version.id === each.versionId)?.name}.{' '}
                {t('history.line', { files: each.files.join(', '), tables: each.tables, cells: each.cells })}{' '}
                ({each.by}, {dayAndTime(each.at, language)})
              </li>
            ))}
          </ul>
        </Card>
      </Columns>
    </>
  )
}
