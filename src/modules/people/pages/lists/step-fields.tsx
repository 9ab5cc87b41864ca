import { useTexts } from '#web/language.tsx'
import { Choice, ChoiceGroup, Disclosure, SelectField, TextField } from '#web/ui/index.ts'
import { inputPath, type ListQuery } from '../../rules/lists/query.ts'
import type { Filters } from './build-list.ts'
import type { DraftStep } from './draft.ts'
import { fieldKinds } from './field-kinds.ts'
import type { ListFormParts } from './list-form.tsx'
import { listTexts } from './lists-texts.ts'
import styles from './lists.module.css'
import { writtenQuery } from './written-list.ts'

type Filter = Filters['filters'][number]
type Field = Filter['fields'][number]
type Placed = ListFormParts & { path: readonly number[]; step: DraftStep; filter: Filter }

/** The fields of one filter; those that are seldom asked for are folded away until they are. */
export function StepFields(parts: Placed) {
  const { filter, step } = parts
  const t = useTexts(listTexts)
  const common = filter.fields.filter(({ optional }) => !optional)
  const seldom = filter.fields.filter(({ optional }) => optional)
  const isAsked = seldom.some(({ name }) => (step.values[name] ?? []).some((value) => value !== ''))
  return (
    <>
      <FieldRow {...parts} fields={common} />
      {seldom.length > 0 ? (
        <Disclosure summary={t('more')} open={isAsked}>
          <FieldRow {...parts} fields={seldom} />
        </Disclosure>
      ) : null}
    </>
  )
}

function FieldRow({ fields, ...parts }: Placed & { fields: readonly Field[] }) {
  const choices = fields.filter(({ as }) => as === 'choices' || as === 'yesNo')
  return (
    <>
      <div className={styles.fields}>
        {fields
          .filter((field) => !choices.includes(field))
          .map((field) => (
            <StepField key={field.name} {...parts} field={field} />
          ))}
      </div>
      {choices.map((field) => (
        <StepField key={field.name} {...parts} field={field} />
      ))}
    </>
  )
}

function StepField({ field, path, step, written, filters, problem, units }: Placed & { field: Field }) {
  const t = useTexts(listTexts)
  const name = `s.${path.join('.')}:${field.name}`
  const values = step.values[field.name] ?? []
  const error = problem?.fields[`query.${placeOf(written, filters, path)}.${field.name}`]
  const from = optionsOf(field.as, filters, units)
  if (field.as === 'yesNo')
    return <Choice label={field.label} name={name} defaultChecked={values.length > 0} />
  if (field.as === 'choices') {
    return (
      <ChoiceGroup legend={field.label} hint={error}>
        <div className={styles.choices}>
          {field.options.map(({ value, label }) => (
            <Choice
              key={value}
              label={label}
              name={name}
              value={value}
              defaultChecked={values.includes(value)}
            />
          ))}
        </div>
      </ChoiceGroup>
    )
  }
  if (from || field.as === 'choice') {
    const options = from
      ? [{ value: '', label: from.length > 0 ? t('choose') : t('nothingToChoose') }, ...from]
      : field.options
    return (
      <SelectField
        label={field.label}
        name={name}
        defaultValue={values[0] ?? ''}
        options={options}
        error={error}
      />
    )
  }
  const numeric = field.as === 'number'
  return (
    <TextField
      label={field.label}
      name={name}
      type={field.as === 'day' ? 'date' : 'text'}
      {...(numeric ? { inputMode: 'numeric' as const } : {})}
      {...(field.as === 'monthDay' ? { placeholder: '03-17' } : {})}
      maxLength={200}
      defaultValue={values[0] ?? ''}
      error={error}
    />
  )
}

/** Where a step's input lies in what was sent, as a problem names it. */
function placeOf(written: ListFormParts['written'], filters: Filters, path: readonly number[]): string {
  const query: ListQuery = writtenQuery(written, fieldKinds(filters))
  return inputPath(query, path).join('.')
}

function optionsOf(as: string, filters: Filters, units: ListFormParts['units']) {
  const found: Record<string, ListFormParts['units']> = {
    unit: units,
    tag: filters.tags,
    field: filters.fields,
    list: filters.lists,
    purpose: filters.purposes,
    language: filters.languages,
    source: filters.sources,
    campaign: filters.campaigns,
    body: filters.bodies,
    publicBody: filters.publicBodies,
  }
  return found[as] ?? null
}
