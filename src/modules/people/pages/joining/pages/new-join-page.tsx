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
import { Card, PageHead } from '#web/ui/index.ts'
import { peopleTexts } from '../../../messages/people.ts'
import { createJoinPage } from '../../../operations/joining/create-join-page.ts'
import { listJoinPages } from '../../../operations/joining/list-join-pages.ts'
import { joiningTexts } from '../joining-texts.ts'
import { PageForm } from './page-form.tsx'
import { pageInput } from './page-input.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(joiningTexts, 'pages.new', matches)

export async function loader({ context }: LoaderFunctionArgs) {
  const { pages: _, ...choices } = await orProblemPage(visitOf({ context }).call(listJoinPages, {}))
  return { choices }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const answer = await orFormProblem(visit, peopleTexts, form, async () => {
    const unitId = String(form.get('unitId') ?? '')
    const { pageId } = await visit.call(createJoinPage, { unitId, ...pageInput(form) })
    return redirect(`/people/joining/${pageId}?done=created`)
  })
  return answer
}

/** A new page to join through. */
export default function NewJoinPage() {
  const { choices } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const t = useTexts(joiningTexts)
  const problem = answer && 'problem' in answer ? answer.problem : undefined
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people/joining', label: t('pages.title') }]}
        crumbsLabel={t('crumbs')}
        title={t('pages.new')}
      />
      <FormNotices problem={problem} />
      <Card>
        <PageForm page={null} choices={choices} problem={problem} />
      </Card>
    </>
  )
}
