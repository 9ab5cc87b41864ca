import { ChangeButton, ChangeForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Card, Choice, Disclosure, SelectField, Stack, TextArea, TextField } from '#web/ui/index.ts'
import { fieldTypes, type FieldType } from '../../rules/persons/field-value.ts'
import { problemIn } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import type { UnitChoice } from './reached-units.ts'

type ShownField = {
  id: string
  unitId: string
  unit: string
  key: string
  label: string
  type: FieldType
  choices: readonly string[]
  visibleTo: readonly string[]
  ownPage: boolean
}

/** The fields of the organisation's own: what they are called, who sees them. */
export function FieldSettings({
  fields,
  units,
  problem,
}: {
  fields: readonly ShownField[]
  /** The units whose fields the reader may change. */
  units: readonly UnitChoice[]
  problem: FormProblem | undefined
}) {
  const t = useTexts(personsTexts)
  const own = problemIn(problem, 'createField')
  return (
    <Card title={t('fields')} id="fields">
      <p>{fields.length === 0 ? t('fieldSettingsNone') : t('fieldSettingsText')}</p>
      <div>
        {fields.map((field) => {
          const changing = problemIn(problem, 'changeField', { name: 'fieldId', value: field.id })
          const line = t('fieldLine', { label: field.label, type: t(`type.${field.type}`), unit: field.unit })
          if (!units.some((unit) => unit.value === field.unitId)) return <p key={field.id}>{line}</p>
          return (
            <Disclosure key={field.id} summary={line} open={changing !== undefined}>
              <Stack>
                <ChangeForm
                  change="changeField"
                  about={{ name: 'fieldId', value: field.id }}
                  button={t('save')}
                >
                  <TextField
                    label={t('fieldLabel')}
                    name="label"
                    required
                    maxLength={100}
                    defaultValue={changing?.values['label'] ?? field.label}
                    error={changing?.fields['label']}
                  />
                  {field.choices.length > 0 ? (
                    <TextArea
                      label={t('choices')}
                      hint={t('choicesHint')}
                      name="choices"
                      rows={4}
                      defaultValue={changing?.values['choices'] ?? field.choices.join('\n')}
                      error={changing?.fields['choices']}
                    />
                  ) : null}
                  <Visibility organiser={field.visibleTo.includes('organiser')} ownPage={field.ownPage} />
                </ChangeForm>
                <ChangeButton
                  change="archiveField"
                  about={{ name: 'fieldId', value: field.id }}
                  kind="danger"
                  small
                >
                  {t('archive')}
                </ChangeButton>
              </Stack>
            </Disclosure>
          )
        })}
        {units.length > 0 ? (
          <Disclosure summary={t('createField')} open={own !== undefined}>
            <ChangeForm change="createField" button={t('createField')}>
              <p>{t('createFieldText')}</p>
              <TextField
                label={t('fieldLabel')}
                name="label"
                required
                maxLength={100}
                defaultValue={own?.values['label']}
                error={own?.fields['label']}
              />
              <TextField
                label={t('fieldKey')}
                hint={t('fieldKeyHint')}
                name="key"
                required
                maxLength={40}
                defaultValue={own?.values['key']}
                error={own?.fields['key']}
              />
              <SelectField
                label={t('type')}
                name="type"
                defaultValue={own?.values['type'] ?? 'text'}
                options={fieldTypes.map((type) => ({ value: type, label: t(`type.${type}`) }))}
              />
              <TextArea
                label={t('choices')}
                hint={t('choicesHint')}
                name="choices"
                rows={3}
                defaultValue={own?.values['choices']}
                error={own?.fields['choices']}
              />
              <SelectField
                label={t('ofUnit')}
                name="unitId"
                defaultValue={own?.values['unitId']}
                options={units}
              />
              <Visibility organiser ownPage={false} />
            </ChangeForm>
          </Disclosure>
        ) : null}
      </div>
    </Card>
  )
}

function Visibility({ organiser, ownPage }: { organiser: boolean; ownPage: boolean }) {
  const t = useTexts(personsTexts)
  return (
    <>
      <Choice label={t('seenByOrganisers')} name="organiser" defaultChecked={organiser} />
      <Choice label={t('ownPage')} name="ownPage" defaultChecked={ownPage} />
    </>
  )
}
