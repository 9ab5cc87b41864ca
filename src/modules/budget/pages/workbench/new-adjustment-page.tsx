import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { FormNotices } from '#web/form-notices.tsx'
import { orFormProblem } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Card, Prose, Row, SelectField, TextField } from '#web/ui/index.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { addAdjustment } from '../../operations/add-adjustment.ts'
import type { AdjustmentKind } from '../../rules/statements/version.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { adjustmentTexts } from './adjustment-texts.ts'
import { workbenchTexts } from './workbench-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { book, version } = await bookAndVersion(args)
  const section = new URL(args.request.url).searchParams.get('section')
  return { book, version, section }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const form = await args.request.formData()
  const kind = String(form.get('kind')) as AdjustmentKind
  const board = String(form.get('publicBoardId') ?? '')
  return orFormProblem(visit, budgetTexts, form, async () => {
    const { adjustmentId } = await visit.call(addAdjustment, {
      bookId: book.id,
      versionId: version.id,
      publicBoardId: board === '' ? null : board,
      kind: board === '' ? 'financing' : kind,
      label: String(form.get('label') ?? ''),
    })
    return redirect(`/budget/${book.slug}/adjustments/${adjustmentId}`)
  })
}

/** Adds a row to the grid. */
export default function NewAdjustmentPage() {
  const { book, version, section } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(adjustmentTexts)
  const words = useTexts(workbenchTexts)
  const firstUnit = book.publicBoards.find((board) => board.kind === 'unit')?.id ?? ''
  const board =
    section === 'financing'
      ? ''
      : section === 'units'
        ? firstUnit
        : (section ?? book.publicBoards[0]?.id ?? '')
  const kinds: AdjustmentKind[] =
    section === 'financing'
      ? ['financing']
      : section === 'units'
        ? ['resultRequirement']
        : ['reform', 'saving', 'income', 'resultRequirement']
  return (
    <Card title={t('new.title')}>
      <Prose>
        <p>{t('new.lead')}</p>
        <FormNotices problem={problem} />
        <form method="post">
          <Prose>
            <TextField
              label={t('label')}
              hint={t('label.hint')}
              name="label"
              required
              maxLength={300}
              defaultValue={problem?.values['label'] ?? ''}
              error={problem?.fields['label']}
            />
            <SelectField
              label={t('board')}
              name="publicBoardId"
              defaultValue={problem?.values['publicBoardId'] ?? board}
              error={problem?.fields['publicBoardId']}
              options={[
                { value: '', label: t('board.none') },
                ...book.publicBoards.map((each) => ({ value: each.id, label: each.name })),
              ]}
            />
            <SelectField
              label={t('kind')}
              hint={t('kind.hint')}
              name="kind"
              defaultValue={problem?.values['kind'] ?? kinds[0]}
              options={kinds.map((kind) => ({ value: kind, label: words(`kind.${kind}`) }))}
            />
            <Row>
              <Button kind="primary">{t('create')}</Button>
              <ButtonLink href={`/budget/${book.slug}/workbench/${version.slug}`}>{t('back')}</ButtonLink>
            </Row>
          </Prose>
        </form>
      </Prose>
    </Card>
  )
}
