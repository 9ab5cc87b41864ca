import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { FormNotices } from '#web/form-notices.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import {
  Button,
  ButtonLink,
  Card,
  Choice,
  Columns,
  Notice,
  PageHead,
  Row,
  SelectField,
  Stack,
} from '#web/ui/index.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { readingTexts } from '../../messages/reading.ts'
import { applyImport } from '../../operations/apply-import.ts'
import { previewImport } from '../../operations/preview-import.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { say } from '../parts/say.ts'
import { answerPrefix, answersIn, fileIdsIn } from './asked.ts'
import { importTexts } from './import-texts.ts'
import { PreviewProblems } from './preview-problems.tsx'
import { PreviewTable } from './preview-table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book } = await bookAndVersion({ ...args, params: { book: args.params['book'] } })
  const { searchParams, search } = new URL(args.request.url)
  const fileIds = fileIdsIn(args.params)
  const answers = answersIn(searchParams)
  const preview = await orProblemPage(
    visit.call(previewImport, { bookId: book.id, fileIds, answers, wait: false }),
  )
  if (preview.state === 'reading') {
    throw redirect(`/budget/${book.slug}/import/${args.params['fileIds']}/reading${search}`)
  }
  return { book, preview, answers, version: searchParams.get('version') ?? '' }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book } = await bookAndVersion({ ...args, params: { book: args.params['book'] } })
  const form = await args.request.formData()
  return orFormProblem(visit, budgetTexts, form, async () => {
    const version = book.versions.find((each) => each.slug === form.get('version')) ?? book.versions[0]
    const result = await visit.call(applyImport, {
      bookId: book.id,
      versionId: version?.id ?? '',
      fileIds: fileIdsIn(args.params),
      answers: answersIn(form),
      replace: form.get('replace') === 'yes',
      despiteProblems: form.get('despite') === 'yes',
    })
    return redirect(
      `/budget/${book.slug}/import?done=${result.outcome}&tables=${result.tables}&cells=${result.cells}`,
    )
  })
}

/** What the files hold, what is unsure and what is wrong; then they are read in. */
export default function PreviewPage() {
  const { book, preview, answers, version } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(importTexts)
  const language = useLanguage()
  const words = (message: (typeof preview.inferred)[number]) =>
    say(readingTexts, language, message, book.decimals)
  const errors = preview.problems.filter((each) => each.severity === 'error')
  const nothing = preview.tables.length === 0 && preview.assignments === 0
  return (
    <>
      <PageHead title={t('preview.title')} lead={preview.fileNames.join(', ')} />
      <FormNotices problem={problem} />
      {nothing ? (
        <Notice tone="bad" title={t('preview.nothing')} live>
          <p>{t('preview.nothing.text')}</p>
        </Notice>
      ) : errors.length > 0 ? (
        <Notice tone="bad" title={t('preview.errors', { count: errors.length })} />
      ) : null}
      <Columns>
        {preview.inferred.length > 0 ? (
          <Card title={t('preview.inferred')}>
            <ul>
              {preview.inferred.map((message) => (
                <li key={message.key + JSON.stringify(message.params)}>{words(message)}</li>
              ))}
            </ul>
          </Card>
        ) : null}
        <PreviewProblems problems={preview.problems} words={words} />
        {preview.questions.length > 0 ? (
          <Card title={t('preview.questions')}>
            <p>{t('preview.questions.text')}</p>
            <form method="get">
              <input type="hidden" name="version" value={version} />
              <Stack>
                {preview.questions.map((question) => (
                  <SelectField
                    key={question.id}
                    label={words(question.message)}
                    hint={question.place.address}
                    name={`${answerPrefix}${question.id}`}
                    defaultValue={answers[question.id] ?? question.proposed}
                    options={question.alternatives.map((each) => ({
                      value: each.value,
                      label: words(each.message),
                    }))}
                  />
                ))}
                <Row>
                  <Button>{t('preview.answer')}</Button>
                </Row>
              </Stack>
            </form>
          </Card>
        ) : null}
      </Columns>
      {nothing ? (
        <Row>
          <ButtonLink kind="primary" href={`/budget/${book.slug}/import`}>
            {t('preview.other')}
          </ButtonLink>
        </Row>
      ) : (
        <Card
          title={`${t('preview.tables', { count: preview.tables.length })}${preview.assignments > 0 ? `, ${t('preview.assignments', { count: preview.assignments }).toLowerCase()}` : ''}`}
        >
          <form method="post">
            <Stack>
              <input type="hidden" name="version" value={version} />
              {[
                ...new Map([
                  ...preview.questions.map((question) => [question.id, question.proposed] as const),
                  ...Object.entries(answers),
                ]),
              ].map(([id, value]) => (
                <input key={id} type="hidden" name={`${answerPrefix}${id}`} value={value} />
              ))}
              <Choice
                name="replace"
                value="yes"
                label={t('preview.replace')}
                hint={t('preview.replace.hint')}
              />
              {errors.length > 0 ? <Choice name="despite" value="yes" label={t('preview.despite')} /> : null}
              <Row>
                <Button kind="primary">{t('preview.apply')}</Button>
                <ButtonLink href={`/budget/${book.slug}/import`}>{t('preview.other')}</ButtonLink>
              </Row>
            </Stack>
          </form>
          <div>
            {preview.tables.map((table, index) => (
              <PreviewTable key={table.key} table={table} open={index === 0} />
            ))}
          </div>
        </Card>
      )}
    </>
  )
}
