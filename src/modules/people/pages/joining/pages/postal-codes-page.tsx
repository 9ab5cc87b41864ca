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
import { Button, Disclosure, PageHead, Stack, TextArea } from '#web/ui/index.ts'
import { joiningTexts } from '../joining-texts.ts'
import { listPostalCodeUnits } from '../../../operations/joining/list-postal-code-units.ts'
import { setPostalCodeUnits } from '../../../operations/joining/set-postal-code-units.ts'
import { readPostalCodeRanges, writtenRange } from '../../../rules/joining/postal-code-unit.ts'
import styles from '../joining.module.css'

export const meta: MetaFunction = ({ matches }) => pageTitle(joiningTexts, 'postal.title', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const { units } = await orProblemPage(visitOf({ context }).call(listPostalCodeUnits, {}))
  return { units, done: new URL(request.url).searchParams.has('done') }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const read = readPostalCodeRanges(String(form.get('ranges') ?? ''))
  return orFormProblem(visit, joiningTexts, form, async () => {
    if (read.ranges === null) {
      const issue = { path: ['ranges'], message: 'postal.wrong', params: { line: read.wrong } }
      throw new Problem('invalidInput', { issues: [issue] })
    }
    await visit.call(setPostalCodeUnits, {
      unitId: String(form.get('unitId') ?? ''),
      ranges: read.ranges,
    })
    return redirect('/people/joining/postal-codes?done')
  })
}

/** Which postal codes lead to which unit, a form a unit. */
export default function PostalCodesPage() {
  const { units, done } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(joiningTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people/joining', label: t('pages.title') }]}
        crumbsLabel={t('crumbs')}
        title={t('postal.title')}
        lead={t('postal.lead')}
      />
      <FormNotices done={done ? t('postal.done') : null} problem={problem} sayFields={['ranges']} />
      {units.map((unit) => {
        const own = problem?.values['unitId'] === unit.id ? problem : undefined
        const written = unit.ranges.map(writtenRange)
        const count = written.length === 0 ? t('postal.none') : t('postal.count', { count: written.length })
        return (
          <Disclosure key={unit.id} summary={`${unit.name} (${count})`} open={own !== undefined}>
            <form method="post" className={styles.form}>
              <Stack>
                <input type="hidden" name="unitId" value={unit.id} />
                <TextArea
                  label={t('postal.ranges', { unit: unit.name })}
                  hint={t('postal.hint')}
                  name="ranges"
                  rows={5}
                  defaultValue={own?.values['ranges'] ?? written.join('\n')}
                  error={own?.fields['ranges']}
                />
                <p>
                  <Button>{t('postal.save')}</Button>
                </p>
              </Stack>
            </form>
          </Disclosure>
        )
      })}
    </>
  )
}
