import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { SelectField, TextArea, TextField } from '#web/ui/index.ts'
import { documentTexts } from './documents-texts.ts'

export type BodyChoice = { id: string; label: string }

/** What is written of a version: its text, who adopted it when, who reviews it when. */
export function VersionFields({
  bodies,
  text = '',
  adoptedBy,
  responsible,
  problem,
}: {
  bodies: readonly BodyChoice[]
  text?: string
  adoptedBy?: string | undefined
  responsible?: string | undefined
  problem: FormProblem | undefined
}) {
  const t = useTexts(documentTexts)
  const options = bodies.map(({ id, label }) => ({ value: id, label }))
  return (
    <>
      <TextArea
        label={t('text')}
        name="text"
        rows={14}
        required
        maxLength={200_000}
        defaultValue={problem?.values['text'] ?? text}
        error={problem?.fields['text']}
      />
      <SelectField
        label={t('adoptedBy')}
        name="adoptedByBodyId"
        defaultValue={problem?.values['adoptedByBodyId'] ?? adoptedBy}
        options={options}
      />
      <TextField
        label={t('adoptedOn')}
        optional={t('emptyToday')}
        name="adoptedOn"
        type="date"
        defaultValue={problem?.values['adoptedOn']}
        error={problem?.fields['adoptedOn']}
      />
      <SelectField
        label={t('responsibleField')}
        name="responsibleBodyId"
        defaultValue={problem?.values['responsibleBodyId'] ?? responsible ?? ''}
        options={[...(responsible ? [] : [{ value: '', label: t('same') }]), ...options]}
      />
      <TextField
        label={t('reviewDue')}
        optional={t('optional')}
        name="reviewDue"
        type="date"
        defaultValue={problem?.values['reviewDue']}
        error={problem?.fields['reviewDue']}
      />
    </>
  )
}

/** Reads them: what was left empty is left out. */
export function readVersionFields(form: FormData) {
  const field = (name: string) => String(form.get(name) ?? '').trim()
  const given = (name: string) => (field(name) ? { [name]: field(name) } : {})
  return {
    text: field('text'),
    adoptedByBodyId: field('adoptedByBodyId'),
    ...given('adoptedOn'),
    ...given('responsibleBodyId'),
    ...given('reviewDue'),
    ...given('note'),
  }
}
