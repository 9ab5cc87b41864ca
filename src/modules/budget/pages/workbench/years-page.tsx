import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { Problem } from '#platform/operations/problem.ts'
import { FormNotices } from '#web/form-notices.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Card, Columns, Row, Stack, TextField } from '#web/ui/index.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { getWorkbench } from '../../operations/get-workbench.ts'
import { setTaxStep } from '../../operations/set-tax-step.ts'
import { setYearAmounts } from '../../operations/set-year-amounts.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { frameTexts } from '../book/frame-texts.ts'
import { printAmount } from '../parts/amount.tsx'
import { unitWord } from '../parts/units.ts'
import { adjustmentTexts } from './adjustment-texts.ts'
import { editText, readCellText } from './cell-text.ts'
import { taxKronor } from './live-totals.ts'
import type { WorkbenchTaxStep, YearCell } from './workbench-data.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const workbench = await orProblemPage(visit.call(getWorkbench, { bookId: book.id, versionId: version.id }))
  return {
    book,
    version,
    workbench,
    kronor: taxKronor(workbench),
    mayWrite: visit.may(setYearAmounts) && workbench.editable,
  }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const form = await args.request.formData()
  const target = { bookId: book.id, versionId: version.id }
  return orFormProblem(visit, budgetTexts, form, async () => {
    const intent = String(form.get('intent'))
    if (intent === 'taxBase' || intent === 'resultRequirement') {
      const years = book.years.flatMap((year) => {
        const amount = written(form, `year-${year}`)
        if ((amount ?? '') === String(form.get(`before-${year}`) ?? '')) return []
        return [{ year, amount, expectedRevision: Number(form.get(`revision-${year}`) ?? 0) }]
      })
      if (years.length > 0) await visit.call(setYearAmounts, { ...target, what: intent, years })
    } else {
      const id = String(form.get('taxStepId') ?? '')
      const ore: Record<string, string> = {}
      for (const year of book.years) {
        const value = written(form, `year-${year}`)
        if (value !== null) ore[year] = value
      }
      await visit.call(setTaxStep, {
        ...target,
        ...(id ? { taxStepId: id } : {}),
        expectedRevision: Number(form.get('revision') ?? 0),
        label: String(form.get('label') ?? ''),
        ore,
        removed: intent === 'removeStep',
      })
    }
    return redirect(`/budget/${book.slug}/workbench/${version.slug}/tax`)
  })
}

function written(form: FormData, name: string): string | null {
  const read = readCellText(String(form.get(name) ?? ''))
  if (!read.ok) throw new Problem('invalidInput', { issues: [{ path: [name], message: 'amount' }] })
  return read.amount
}

/** What belongs to the years as a whole: the tax base, the tax steps, and what the result must be. */
export default function YearsPage() {
  const { book, version, workbench, kronor, mayWrite } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(adjustmentTexts)
  const words = useTexts(frameTexts)
  const unit = unitWord(book.amountUnit, words)
  return (
    <>
      <Stack gap="tight">
        <h2>{t('years.title')}</h2>
        <p>{t('years.lead')}</p>
      </Stack>
      <FormNotices problem={problem} />
      <fieldset disabled={!mayWrite}>
        <Columns>
          <YearsForm
            title={t('years.taxBase', { unit })}
            intent="taxBase"
            years={book.years}
            cells={workbench.taxBase}
          />
          <YearsForm
            title={t('years.requirement', { unit })}
            intent="resultRequirement"
            years={book.years}
            cells={workbench.requirements}
          />
          <Card title={t('years.steps')}>
            <Stack gap="loose">
              {workbench.taxSteps.map((step, index) => (
                <StepForm
                  key={`${step.id} ${step.revision}`}
                  step={step}
                  years={book.years}
                  kronor={kronor[index] ?? []}
                  decimals={book.decimals}
                  unit={unit}
                />
              ))}
              <StepForm step={null} years={book.years} kronor={[]} decimals={book.decimals} unit={unit} />
            </Stack>
          </Card>
        </Columns>
      </fieldset>
      <Row>
        <ButtonLink href={`/budget/${book.slug}/workbench/${version.slug}`}>{t('back')}</ButtonLink>
      </Row>
    </>
  )
}

function YearsForm({
  title,
  intent,
  years,
  cells,
}: {
  title: string
  intent: string
  years: readonly number[]
  cells: readonly YearCell[]
}) {
  const t = useTexts(adjustmentTexts)
  return (
    <Card title={title}>
      <form method="post">
        <Stack>
          <Row>
            {years.map((year, index) => (
              <div key={year}>
                <input type="hidden" name={`before-${year}`} value={cells[index]?.amount ?? ''} />
                <input type="hidden" name={`revision-${year}`} value={cells[index]?.revision ?? 0} />
                <TextField
                  numeric
                  size={10}
                  inputMode="decimal"
                  label={String(year)}
                  name={`year-${year}`}
                  defaultValue={editText(cells[index]?.amount ?? null)}
                />
              </div>
            ))}
          </Row>
          <Row>
            <Button name="intent" value={intent}>
              {t('years.save')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Card>
  )
}

function StepForm({
  step,
  years,
  kronor,
  decimals,
  unit,
}: {
  step: WorkbenchTaxStep | null
  years: readonly number[]
  kronor: readonly (string | null)[]
  decimals: number
  unit: string
}) {
  const t = useTexts(adjustmentTexts)
  return (
    <form method="post">
      <Stack>
        <input type="hidden" name="taxStepId" value={step?.id ?? ''} />
        <input type="hidden" name="revision" value={step?.revision ?? 0} />
        <TextField
          label={t('years.step.label')}
          name="label"
          required
          maxLength={300}
          defaultValue={step?.label ?? ''}
        />
        <Row>
          {years.map((year, index) => (
            <TextField
              key={year}
              numeric
              size={7}
              inputMode="decimal"
              label={`${year}, öre`}
              name={`year-${year}`}
              defaultValue={editText(step?.ore[index] ?? null)}
            />
          ))}
        </Row>
        {years.map((year, index) => {
          const brings = kronor[index]
          return brings ? (
            <p key={year}>
              {year}: {t('years.step.gives', { amount: printAmount(brings, decimals), unit })}
            </p>
          ) : null
        })}
        <Row>
          <Button name="intent" value="step">
            {step ? t('years.save') : t('years.step.add')}
          </Button>
          {step ? (
            <Button name="intent" value="removeStep" kind="danger">
              {t('years.step.remove')}
            </Button>
          ) : null}
        </Row>
      </Stack>
    </form>
  )
}
