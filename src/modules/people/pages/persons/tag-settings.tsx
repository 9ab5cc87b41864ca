import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Card, Disclosure, SelectField, Stack, TextField } from '#web/ui/index.ts'
import { problemIn } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import type { UnitChoice } from './reached-units.ts'
import styles from './persons.module.css'

/** The tags of the units one organises: made, renamed, put away. */
export function TagSettings({
  tags,
  units,
  problem,
}: {
  tags: readonly { id: string; name: string; unit: string; persons: number | null }[]
  units: readonly UnitChoice[]
  problem: FormProblem | undefined
}) {
  const t = useTexts(personsTexts)
  const own = problemIn(problem, 'createTag')
  return (
    <Card title={t('tags')} id="tags">
      <p>{tags.length === 0 ? t('tagSettingsNone') : t('tagSettingsText')}</p>
      <div>
        {tags.map((tag) => {
          const renaming = problemIn(problem, 'renameTag', { name: 'tagId', value: tag.id })
          return (
            <Disclosure
              key={tag.id}
              summary={t('tagLine', { name: tag.name, unit: tag.unit, count: tag.persons ?? 0 })}
              open={renaming !== undefined}
            >
              <Stack>
                <form method="post" className={styles.form}>
                  <Stack>
                    <input type="hidden" name="change" value="renameTag" />
                    <input type="hidden" name="tagId" value={tag.id} />
                    <TextField
                      label={t('tagName')}
                      name="name"
                      required
                      maxLength={60}
                      defaultValue={renaming?.values['name'] ?? tag.name}
                      error={renaming?.fields['name']}
                    />
                    <p>
                      <Button>{t('rename')}</Button>
                    </p>
                  </Stack>
                </form>
                <form method="post">
                  <input type="hidden" name="change" value="archiveTag" />
                  <input type="hidden" name="tagId" value={tag.id} />
                  <Button kind="danger" small>
                    {t('archive')}
                  </Button>
                </form>
              </Stack>
            </Disclosure>
          )
        })}
        <Disclosure summary={t('createTag')} open={own !== undefined}>
          <form method="post" className={styles.form}>
            <Stack>
              <input type="hidden" name="change" value="createTag" />
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
              <p>
                <Button>{t('createTag')}</Button>
              </p>
            </Stack>
          </form>
        </Disclosure>
      </div>
    </Card>
  )
}
