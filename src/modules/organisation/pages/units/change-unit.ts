import { redirect, type ActionFunctionArgs } from 'react-router'
import { Problem } from '#platform/operations/problem.ts'
import { orFormProblem } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { organisationTexts } from '../../messages/organisation.ts'
import { closeUnit } from '../../operations/close-unit.ts'
import { createUnit } from '../../operations/create-unit.ts'
import { insertUnitLayer } from '../../operations/insert-unit-layer.ts'
import { mergeUnits } from '../../operations/merge-units.ts'
import { moveUnit } from '../../operations/move-unit.ts'
import { renameUnit } from '../../operations/rename-unit.ts'
import { reopenUnit } from '../../operations/reopen-unit.ts'
import { splitUnit } from '../../operations/split-unit.ts'

/** What can be done on a unit's page, each by a form of its own. */
export const unitChanges = ['add', 'rename', 'layer', 'move', 'merge', 'split', 'close', 'reopen'] as const
export type UnitChange = (typeof unitChanges)[number]

/** The forms of a unit's page: carries one out and leads to the unit it made, or back. */
export async function changeUnit({ request, context, params }: ActionFunctionArgs) {
  const visit = visitOf({ context })
  const form = await request.formData()
  const unitId = params['unit'] ?? ''
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const from = field('from') ? { from: field('from') } : {}
  const change = unitChanges.find((each) => each === field('change')) ?? 'rename'
  const carriedOut = async (): Promise<string> => {
    switch (change) {
      case 'add': {
        const named = { kind: field('kind'), name: field('name') }
        return (await visit.call(createUnit, { parentId: unitId, ...named, ...from })).unitId
      }
      case 'layer': {
        const below = form.getAll('below').map(String)
        const named = { kind: field('kind'), name: field('name') }
        return (await visit.call(insertUnitLayer, { unitId, below, ...named, ...from })).unitId
      }
      case 'move':
        await visit.call(moveUnit, { unitId, parentId: field('parentId'), ...from })
        return unitId
      case 'merge':
        requireConfirmed(form)
        await visit.call(mergeUnits, { unitId, intoUnitId: field('intoUnitId'), ...from })
        return field('intoUnitId')
      case 'split': {
        requireConfirmed(form)
        const names = field('parts').split('\n')
        const parts = names.filter((name) => name.trim()).map((name) => ({ name }))
        await visit.call(splitUnit, { unitId, parts, goesOn: form.has('goesOn'), ...from })
        return unitId
      }
      case 'close':
        requireConfirmed(form)
        await visit.call(closeUnit, { unitId, ...(field('lastDay') ? { lastDay: field('lastDay') } : {}) })
        return unitId
      case 'reopen':
        await visit.call(reopenUnit, { unitId, ...from })
        return unitId
      default:
        await visit.call(renameUnit, { unitId, name: field('name'), kind: field('kind'), ...from })
        return unitId
    }
  }
  const answer = await orFormProblem(visit, organisationTexts, form, async () =>
    redirect(`/organisation/units/${await carriedOut()}?done=${change}`),
  )
  return answer
}

/** What ends something is confirmed in its form. */
function requireConfirmed(form: FormData) {
  if (form.has('confirmed')) return
  throw new Problem('invalidInput', { issues: [{ path: ['confirmed'], message: 'unit.confirm' }] })
}
