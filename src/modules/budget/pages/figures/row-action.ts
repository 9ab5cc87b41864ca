import { redirect, type ActionFunctionArgs } from 'react-router'
import { Problem } from '#platform/operations/problem.ts'
import { orFormProblem } from '#web/page-problem.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { correctRow } from '../../operations/correct-row.ts'
import { setOverride } from '../../operations/set-override.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { readCellText } from '../workbench/cell-text.ts'
import { meaningOf } from './row-meaning.ts'
import { rowAddress } from './row-address.ts'

/** The forms of a row's page: its meaning is corrected, or a figure is written by hand or that is withdrawn. */
export async function changeRow(args: ActionFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const form = await args.request.formData()
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const place = {
    bookId: book.id,
    versionId: version.id,
    table: args.params['table'] ?? '',
    row: args.params['row'] ?? '',
  }
  const here = rowAddress(book.slug, version.slug, place.table, place.row)
  const column = text('column')
  const there = `column=${encodeURIComponent(column)}#figure`
  return orFormProblem(visit, budgetTexts, form, async () => {
    switch (text('intent')) {
      case 'override':
        await visit.call(setOverride, { ...place, column, value: written(text('value')), note: text('note') })
        return redirect(`${here}?saved=override&${there}`)
      case 'withdraw':
        await visit.call(setOverride, { ...place, column, value: null, withdrawn: true })
        return redirect(`${here}?saved=withdrawn&${there}`)
      default:
        await visit.call(correctRow, { ...place, ...meaningOf(text('role'), text('kind')) })
        return redirect(`${here}?saved=meaning`)
    }
  })
}

/** The figure as Swedish numbers are written; it must be one, because a blank is easily left by mistake. */
function written(text: string): string {
  const read = readCellText(text)
  if (read.ok && read.amount !== null) return read.amount
  throw new Problem('invalidInput', { issues: [{ path: ['value'], message: 'amount' }] })
}
