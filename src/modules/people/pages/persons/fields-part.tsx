import { ChangeForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import { Card, Choice, ChoiceGroup, Disclosure, FactList, SelectField, TextField } from '#web/ui/index.ts'
import { problemIn, type PartProps, type ShownRecord } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'

type Field = NonNullable<ShownRecord['fields']>[number]

/** The organisation's own fields, with what stands in them. */
export function FieldsPart({ record, organises, problem }: PartProps & { organises: boolean }) {
  const t = useTexts(personsTexts)
  if (!record.fields || record.fields.length === 0) return null
  const said = (field: Field) =>
    field.values
      .map((value) => (field.type === 'yesNo' ? t(value === 'yes' ? 'yes' : 'no') : value))
      .join(', ')
  return (
    <Card title={t('fields')} id="fields">
      <FactList
        facts={record.fields.map((field) => ({
          label: field.label,
          value: said(field) || <span className={styles.past}>{t('nothing')}</span>,
        }))}
      />
      {organises ? (
        <div>
          {record.fields.map((field) => {
            const own = problemIn(problem, 'field', { name: 'fieldId', value: field.id })
            return (
              <Disclosure
                key={field.id}
                summary={t('changeField', { label: field.label })}
                open={own !== undefined}
              >
                <ChangeForm change="field" about={{ name: 'fieldId', value: field.id }} button={t('save')}>
                  <FieldInput field={field} error={own?.fields['values']} written={own?.values['values']} />
                </ChangeForm>
              </Disclosure>
            )
          })}
        </div>
      ) : null}
    </Card>
  )
}

function FieldInput({
  field,
  error,
  written,
}: {
  field: Field
  error: string | undefined
  written: string | undefined
}) {
  const t = useTexts(personsTexts)
  const value = written ?? field.values[0] ?? ''
  if (field.type === 'choices') {
    return (
      <ChoiceGroup legend={field.label} hint={error}>
        {field.choices.map((choice) => (
          <Choice
            key={choice}
            label={choice}
            name="values"
            value={choice}
            defaultChecked={field.values.includes(choice)}
          />
        ))}
      </ChoiceGroup>
    )
  }
  if (field.type === 'choice' || field.type === 'yesNo') {
    const options =
      field.type === 'choice'
        ? field.choices.map((choice) => ({ value: choice, label: choice }))
        : [
            { value: 'yes', label: t('yes') },
            { value: 'no', label: t('no') },
          ]
    return (
      <SelectField
        label={field.label}
        name="values"
        defaultValue={value}
        error={error}
        options={[{ value: '', label: t('nothing') }, ...options]}
      />
    )
  }
  return (
    <TextField
      label={field.label}
      name="values"
      type={field.type === 'date' ? 'date' : 'text'}
      {...(field.type === 'number' ? { inputMode: 'decimal' as const } : {})}
      maxLength={2000}
      defaultValue={value}
      error={error}
    />
  )
}
