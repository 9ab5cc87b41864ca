import type { z } from 'zod'
import { newId } from '#platform/identifiers.ts'
import { Problem } from '#platform/operations/problem.ts'
import { formProblem, orProblemPage, type FormProblem } from '#web/page-problem.ts'
import type { Visit } from '#web/request-context.ts'
import { listUnits } from '../../../organisation/index.ts'
import { peopleTexts } from '../../messages/people.ts'
import { listListFilters } from '../../operations/lists/list-list-filters.ts'
import { previewList } from '../../operations/lists/preview-list.ts'
import { firstColumns } from '../../rules/lists/columns.ts'
import { reachedIds, unitChoices, type UnitChoice } from '../persons/reached-units.ts'
import { readDraft } from './draft.ts'
import { fieldKinds } from './field-kinds.ts'
import { writtenQuery, type WrittenForm } from './written-list.ts'

export type Filters = z.output<typeof listListFilters.output>
export type Preview = z.output<typeof previewList.output>

/** What the form of a list is made of: the filters, and the units that the caller may choose among. */
export async function formParts(
  visit: Visit,
): Promise<{ filters: Filters; units: UnitChoice[]; own: UnitChoice[] }> {
  const filters = await orProblemPage(visit.call(listListFilters, {}))
  const { units: tree } = await orProblemPage(visit.call(listUnits, {}))
  const units = unitChoices(tree)
  const reached = reachedIds(visit, ['owner', 'registrar', 'organiser'])
  return { filters, units, own: units.filter(({ value }) => reached.has(value)) }
}

/** A new list: the active members of the caller's first unit. */
export function emptyForm(own: readonly UnitChoice[]): WrittenForm {
  return {
    name: '',
    description: '',
    unitId: own[0]?.value ?? '',
    shared: false,
    draft: {
      kind: 'and',
      not: false,
      values: {},
      steps: [
        {
          kind: 'membership',
          not: false,
          steps: [],
          values: { standing: ['active'], unitId: own[0] ? [own[0].value] : [], below: ['on'] },
        },
      ],
    },
    sampleBy: 'none',
    sampleSize: '',
    seed: newId(),
    columns: [...firstColumns],
    sorting: 'name',
    descending: false,
  }
}

/** What the form would find, or what is wrong in it. */
export async function tryForm(
  visit: Visit,
  written: WrittenForm,
  filters: Filters,
  listId: string | null,
): Promise<{ preview: Preview | null; problem: FormProblem | null }> {
  const { sorting, descending, columns } = written
  const input = {
    query: writtenQuery(written, fieldKinds(filters)),
    columns: columns.length > 0 ? columns : ['name'],
    sorting,
    descending,
    ...(listId ? { listId } : {}),
  } as z.input<typeof previewList.input>
  try {
    return { preview: await visit.call(previewList, input), problem: null }
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'signInRequired') {
      return orProblemPage(Promise.reject(error))
    }
    return { preview: null, problem: formProblem(error, visit, peopleTexts, null) }
  }
}

/**
 * What the form finds after one of its buttons. A step that was just added has nothing in it yet: until it has, the
 * list is what it was without it, and nothing is wrong.
 */
export async function tryAsked(
  visit: Visit,
  form: FormData,
  written: WrittenForm,
  filters: Filters,
  listId: string | null,
): Promise<{ preview: Preview | null; problem: FormProblem | null }> {
  const tried = await tryForm(visit, written, filters, listId)
  const adds = String(form.get('do') ?? '').startsWith('add:')
  if (!adds || tried.problem?.code !== 'invalidInput') return tried
  return tryForm(visit, { ...written, draft: readDraft(form) }, filters, listId)
}
