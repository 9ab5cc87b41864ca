import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { FormNotices } from '#web/form-notices.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Card, Choice, ChoiceGroup, PageHead, Row, Stack, Table } from '#web/ui/index.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { adoptScenario, previewAdoption } from '../../operations/adopt-scenario.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { printAmount } from '../parts/amount.tsx'
import { versionsTexts } from './versions-texts.ts'

const answerPrefix = 'answer:'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const preview = await orProblemPage(visit.call(previewAdoption, { bookId: book.id, versionId: version.id }))
  return { book, version, preview }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const form = await args.request.formData()
  const answers: Record<string, 'scenario' | 'parent'> = {}
  for (const [name, value] of form) {
    if (name.startsWith(answerPrefix))
      answers[name.slice(answerPrefix.length)] = value === 'scenario' ? 'scenario' : 'parent'
  }
  return orFormProblem(visit, budgetTexts, form, async () => {
    const { applied } = await visit.call(adoptScenario, { bookId: book.id, versionId: version.id, answers })
    return redirect(`/budget/${book.slug}/versions?adopted=${applied}`)
  })
}

/** What adopting a scenario would change, and the questions to answer first. */
export default function AdoptPage() {
  const { book, version, preview } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(versionsTexts)
  const show = (text: string | null) =>
    text === null ? t('adopt.blank') : /^-?\d+(\.\d+)?$/.test(text) ? printAmount(text, book.decimals) : text
  const field = (name: string) => t(`field.${name as 'label'}`)
  const parent = book.versions.find((each) => each.id === preview.parentId)?.name ?? ''
  const nothing = preview.changes.length === 0 && preview.conflicts.length === 0
  return (
    <>
      <PageHead
        title={t('adopt.title', { name: version.name })}
        lead={nothing ? t('adopt.none') : t('adopt.lead', { parent })}
      />
      <FormNotices problem={problem} />
      {preview.changes.length > 0 ? (
        <Card>
          <Table
            label={t('adopt.title', { name: version.name })}
            head={
              <tr>
                <th scope="col">{t('adopt.what')}</th>
                <th scope="col">{t('adopt.field')}</th>
                <th scope="col">{t('adopt.before')}</th>
                <th scope="col">{t('adopt.after')}</th>
              </tr>
            }
          >
            <tbody>
              {preview.changes.map((change) => (
                <tr key={change.key}>
                  <th scope="row">{change.subject}</th>
                  <td>
                    {field(change.field)} {change.year ?? ''}
                  </td>
                  <td>{show(change.before)}</td>
                  <td>{show(change.after)}</td>
                </tr>
              ))}
            </tbody>
          </Table>
        </Card>
      ) : null}
      <form method="post">
        <Stack>
          {preview.conflicts.length > 0 ? (
            <Card title={t('adopt.conflicts')}>
              <p>{t('adopt.conflicts.text')}</p>
              {preview.conflicts.map((conflict) => (
                <ChoiceGroup
                  key={conflict.key}
                  legend={`${conflict.subject}: ${field(conflict.field)} ${conflict.year ?? ''}`}
                >
                  <Choice
                    type="radio"
                    name={`${answerPrefix}${conflict.key}`}
                    value="scenario"
                    required
                    label={t('adopt.scenario', { value: show(conflict.after) })}
                  />
                  <Choice
                    type="radio"
                    name={`${answerPrefix}${conflict.key}`}
                    value="parent"
                    required
                    label={t('adopt.parent', { value: show(conflict.theirs) })}
                  />
                </ChoiceGroup>
              ))}
            </Card>
          ) : null}
          <Row>
            {nothing ? null : <Button kind="primary">{t('adopt.yes')}</Button>}
            <ButtonLink href={`/budget/${book.slug}/versions`}>{t('adopt.back')}</ButtonLink>
          </Row>
        </Stack>
      </form>
    </>
  )
}
