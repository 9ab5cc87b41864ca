import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import type { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { pageTitle } from '#web/account/page-title.ts'
import { useTexts } from '#web/language.tsx'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { PageHead } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { createList } from '../../operations/lists/create-list.ts'
import { emptyForm, formParts, tryAsked, tryForm } from './build-list.ts'
import { fieldKinds } from './field-kinds.ts'
import { ListForm } from './list-form.tsx'
import { listTexts } from './lists-texts.ts'
import { readWritten, writtenQuery } from './written-list.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(listTexts, 'newTitle', matches)

export async function loader({ request, context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const parts = await formParts(visit)
  const written = emptyForm(parts.own)
  // What is being written is tried by the action; trying the empty form as well would be for nobody.
  const asked = new URL(request.url).searchParams.has('asked')
  const tried = asked ? { preview: null, problem: null } : await tryForm(visit, written, parts.filters, null)
  return { ...parts, written, ...tried }
}

export async function action({ request, context }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const written = readWritten(form, newId())
  const { filters } = await formParts(visit)
  if (form.get('do') !== 'save') return { written, ...(await tryAsked(visit, form, written, filters, null)) }
  const { name, description, unitId, shared, columns, sorting, descending } = written
  const query = writtenQuery(written, fieldKinds(filters))
  const input = { unitId, name, description, shared, query, columns, sorting, descending }
  const answer = await orFormProblem(visit, peopleTexts, form, async () => {
    const { listId } = await visit.call(createList, input as z.input<typeof createList.input>)
    return redirect(`/people/lists/${listId}?done=created`)
  })
  if (answer instanceof Response) return answer
  return { written, preview: null, problem: answer.data.problem }
}

/** A new list: which people, what is shown of them, and how many each step finds. */
export default function NewListPage() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useTexts(listTexts)
  const { written, preview, problem } = answered ?? loaded
  return (
    <>
      <PageHead
        crumbs={[{ href: '/people/lists', label: t('title') }]}
        crumbsLabel={t('crumbs')}
        title={t('newTitle')}
        lead={t('newLead')}
      />
      <ListForm {...loaded} written={written} preview={preview} problem={problem} isNew />
    </>
  )
}
