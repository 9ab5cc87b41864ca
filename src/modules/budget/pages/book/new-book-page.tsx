import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { listUnits } from '#modules/organisation/index.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { useTexts } from '#web/language.tsx'
import { shellTexts } from '#web/messages/shell.ts'
import { Button, PageHead, Prose, Row, SelectField, TextField } from '#web/ui/index.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { createBook } from '../../operations/create-book.ts'
import { bookTexts } from './book-texts.ts'
import { frameTexts } from './frame-texts.ts'

export async function loader({ context }: LoaderFunctionArgs) {
  const { units } = await orProblemPage(visitOf({ context }).call(listUnits, {}))
  return { units, nextYear: new Date().getFullYear() + 1 }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  return orFormProblem(visit, budgetTexts, form, async () => {
    const budgetYear = Number(text('budgetYear'))
    const { slug } = await visit.call(createBook, {
      unitId: text('unitId'),
      title: text('title'),
      jurisdiction: text('jurisdiction'),
      budgetYear,
      planYears: Array.from({ length: Number(text('planYears')) || 0 }, (_, index) => budgetYear + index + 1),
      amountUnit: text('amountUnit') as 'mnkr',
      decimals: Number(text('decimals')),
      baseName: text('baseName'),
      ownName: text('ownName'),
    })
    return redirect(`/budget/${slug}`)
  })
}

function numbers(from: number, to: number) {
  return Array.from({ length: to - from + 1 }, (_, index) => ({
    value: String(from + index),
    label: String(from + index),
  }))
}

/** Begins a budget book: whose budget, which years, in what it is counted. */
export default function NewBookPage() {
  const { units, nextYear } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(bookTexts)
  const frame = useTexts(frameTexts)
  const shell = useTexts(shellTexts)
  const field = (name: string, otherwise = '') => ({
    name,
    defaultValue: problem?.values[name] ?? otherwise,
    error: problem?.fields[name],
  })
  return (
    <>
      <PageHead
        crumbs={[{ href: '/budget', label: frame('books.title') }]}
        crumbsLabel={shell('breadcrumbs')}
        title={t('new.title')}
        lead={t('new.lead')}
      />
      <Prose>
        <FormNotices problem={problem} />
        <form method="post">
          <Prose>
            <TextField
              label={t('new.jurisdiction')}
              hint={t('new.jurisdiction.hint')}
              required
              maxLength={200}
              {...field('jurisdiction')}
            />
            <TextField
              label={t('new.name')}
              hint={t('new.name.hint')}
              required
              maxLength={200}
              {...field('title', `Budget ${nextYear}`)}
            />
            <TextField
              label={t('new.budgetYear')}
              required
              inputMode="numeric"
              pattern="\d{4}"
              {...field('budgetYear', String(nextYear))}
            />
            <SelectField label={t('new.planYears')} options={numbers(0, 5)} {...field('planYears', '2')} />
            <SelectField
              label={t('new.amountUnit')}
              options={(['mnkr', 'tkr', 'kr', 'mdkr'] as const).map((unit) => ({
                value: unit,
                label: frame(`unit.${unit}`),
              }))}
              {...field('amountUnit', 'mnkr')}
            />
            <SelectField label={t('new.decimals')} options={numbers(0, 3)} {...field('decimals', '1')} />
            <TextField
              label={t('new.baseName')}
              required
              maxLength={120}
              {...field('baseName', t('new.base.default'))}
            />
            <TextField
              label={t('new.ownName')}
              required
              maxLength={120}
              {...field('ownName', t('new.own.default'))}
            />
            {units.length > 1 ? (
              <SelectField
                label={t('new.unit')}
                options={units.map((unit) => ({ value: unit.id, label: unit.name }))}
                {...field('unitId', units[0]?.id)}
              />
            ) : (
              <input type="hidden" name="unitId" value={units[0]?.id ?? ''} />
            )}
            <Row>
              <Button kind="primary">{t('new.create')}</Button>
            </Row>
          </Prose>
        </form>
      </Prose>
    </>
  )
}
