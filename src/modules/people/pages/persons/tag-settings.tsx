import { ChangeButton, ChangeForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Card, Disclosure, SelectField, Stack, TextField } from '#web/ui/index.ts'
import { problemIn } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'
import type { UnitChoice } from './reached-units.ts'

/** The tags of the units one organises: made, renamed, put away. Those of units above are there to be used. */
export function TagSettings({
  tags,
  units,
  problem,
}: {
  tags: readonly { id: string; name: string; unit: string; persons: number | null; changeable: boolean }[]
  units: readonly UnitChoice[]
  problem: FormProblem | undefined
}) {
  const t = useTexts(personsTexts)
  const own = problemIn(problem, 'createTag')
  const changeable = tags.filter((tag) => tag.changeable)
  const above = tags.filter((tag) => !tag.changeable)
  return (
    <Card title={t('tags')} id="tags">
      <p>{tags.length === 0 ? t('tagSettingsNone') : t('tagSettingsText')}</p>
      <div>
        {changeable.map((tag) => {
          const renaming = problemIn(problem, 'renameTag', { name: 'tagId', value: tag.id })
          return (
            <Disclosure
              key={tag.id}
              summary={t('tagLine', { name: tag.name, unit: tag.unit, count: tag.persons ?? 0 })}
              open={renaming !== undefined}
            >
              <Stack>
                <ChangeForm change="renameTag" about={{ name: 'tagId', value: tag.id }} button={t('rename')}>
                  <TextField
                    label={t('tagName')}
                    name="name"
                    required
                    maxLength={60}
                    defaultValue={renaming?.values['name'] ?? tag.name}
                    error={renaming?.fields['name']}
                  />
                </ChangeForm>
                <ChangeButton
                  change="archiveTag"
                  about={{ name: 'tagId', value: tag.id }}
                  kind="danger"
                  small
                >
                  {t('archive')}
                </ChangeButton>
              </Stack>
            </Disclosure>
          )
        })}
        <Disclosure summary={t('createTag')} open={own !== undefined}>
          <ChangeForm change="createTag" button={t('createTag')}>
            <TextField
              label={t('tagName')}
              name="name"
              required
              maxLength={60}
              defaultValue={own?.values['name']}
              error={own?.fields['name']}
            />
            <SelectField
              label={t('ofUnit')}
              name="unitId"
              defaultValue={own?.values['unitId']}
              options={units}
            />
          </ChangeForm>
        </Disclosure>
      </div>
      {above.length > 0 ? (
        <p className={styles.soft}>
          {t('tagsAbove', { tags: above.map((tag) => `${tag.name} (${tag.unit})`).join(', ') })}
        </p>
      ) : null}
    </Card>
  )
}
