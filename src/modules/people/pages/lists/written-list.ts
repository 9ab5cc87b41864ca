import type { ListQuery } from '../../rules/lists/query.ts'
import { changeDraft, queryOf, readDraft, type DraftStep, type FieldKinds } from './draft.ts'

/** Everything the form of a list says, as it was written. */
export type WrittenForm = {
  name: string
  description: string
  unitId: string
  shared: boolean
  draft: DraftStep
  sampleBy: 'none' | 'number' | 'percent'
  sampleSize: string
  seed: string
  columns: string[]
  sorting: string
  descending: boolean
}

/** Reads the form, with what its button asked for already done. @param seed for a draw that has none yet */
export function readWritten(form: FormData, seed: string): WrittenForm {
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const asked = text('do')
  const place = asked.split(':')[1] ?? ''
  const chosen = text(place === '' ? 'add' : `add.${place}`) || 'membership'
  const by = text('sampleBy')
  return {
    name: text('name'),
    description: text('description'),
    unitId: text('unitId'),
    shared: form.has('shared'),
    draft: changeDraft(readDraft(form), asked, chosen),
    sampleBy: by === 'number' || by === 'percent' ? by : 'none',
    sampleSize: text('sampleSize'),
    seed: text('seed').slice(0, 40) || seed,
    columns: form.getAll('columns').map(String),
    sorting: text('sorting') || 'name',
    descending: form.has('descending'),
  }
}

/** The query that the form says. */
export function writtenQuery(written: WrittenForm, fields: FieldKinds): ListQuery {
  const { sampleBy, sampleSize, seed } = written
  return {
    where: queryOf(written.draft, fields),
    sample: sampleBy === 'none' ? null : { by: sampleBy, size: Number(sampleSize || Number.NaN), seed },
  }
}
