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
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { Notice, PageHead } from '#web/ui/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { getList } from '../../operations/lists/get-list.ts'
import { updateList } from '../../operations/lists/update-list.ts'
import { listQuery } from '../../rules/lists/query.ts'
import { formParts, tryAsked, tryForm } from './build-list.ts'
import { draftOf } from './draft.ts'
import { fieldKinds } from './field-kinds.ts'
import { ListForm } from './list-form.tsx'
import { listTexts } from './lists-texts.ts'
import { readWritten, writtenQuery, type WrittenForm } from './written-list.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, loaderData }) =>
  pageTitle(listTexts, 'editTitle', matches, { name: loaderData?.written.name ?? '' })

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const list = await orProblemPage(visit.call(getList, { listId: params['list'] ?? '', perPage: 1 }))
  const parts = await formParts(visit)
  const query = listQuery.parse(list.query)
  const written: WrittenForm = {
    name: list.name,
    description: list.description,
    unitId: list.unitId,
    shared: list.shared,
    draft: draftOf(query),
    sampleBy: query.sample?.by ?? 'none',
    sampleSize: query.sample ? String(query.sample.size) : '',
    seed: query.sample?.seed ?? newId(),
    columns: list.chosenColumns,
    sorting: list.sorting,
    descending: list.descending,
  }
  const asked = new URL(request.url).searchParams.has('asked')
  const tried = asked
    ? { preview: null, problem: null }
    : await tryForm(visit, written, parts.filters, list.id)
  return { ...parts, id: list.id, kind: list.kind, revision: list.revision, written, ...tried }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const listId = params['list'] ?? ''
  const written = readWritten(form, newId())
  const revision = Number(form.get('revision'))
  const { filters } = await formParts(visit)
  if (form.get('do') !== 'save') {
    return { written, revision, ...(await tryAsked(visit, form, written, filters, listId)) }
  }
  const { name, description, columns, sorting, descending } = written
  const query = writtenQuery(written, fieldKinds(filters))
  const input = { listId, revision, name, description, query, columns, sorting, descending }
  const answer = await orFormProblem(visit, peopleTexts, form, async () => {
    await visit.call(updateList, input as z.input<typeof updateList.input>)
    return redirect(`/people/lists/${listId}?done=changed`)
  })
  if (answer instanceof Response) return answer
  return { written, revision, preview: null, problem: answer.data.problem }
}

/** A list's query, columns and name, to change. */
export default function EditListPage() {
  const loaded = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const t = useTexts(listTexts)
  const { written, preview, problem } = answered ?? loaded
  return (
    <>
      <PageHead
        crumbs={[
          { href: '/people/lists', label: t('title') },
          { href: `/people/lists/${loaded.id}`, label: loaded.written.name },
        ]}
        crumbsLabel={t('crumbs')}
        title={t('editTitle', { name: loaded.written.name })}
      />
      {loaded.kind === 'static' ? (
        <Notice>
          <p>{t('editStatic')}</p>
        </Notice>
      ) : null}
      <ListForm
        {...loaded}
        written={written}
        preview={preview}
        problem={problem}
        revision={answered?.revision ?? loaded.revision}
      />
    </>
  )
}
