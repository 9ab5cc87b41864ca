import { ChangeButton } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import { Button, Card, SelectField, Stack, Status } from '#web/ui/index.ts'
import type { ShownRecord } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'

/** The tags somebody carries, each with a way to take it off, and those that can be put on. */
export function TagsPart({
  record,
  organises,
  tags,
}: {
  record: ShownRecord
  organises: boolean
  tags: readonly { id: string; name: string; unit: string }[]
}) {
  const t = useTexts(personsTexts)
  if (!record.tags) return null
  const carried = new Set(record.tags.map((tag) => tag.id))
  const free = tags.filter((tag) => !carried.has(tag.id))
  return (
    <Card title={t('tags')} id="tags">
      {record.tags.length === 0 ? <p>{t('tagsNone')}</p> : null}
      <ul className={styles.plain}>
        {record.tags.map((tag) => (
          <li key={tag.id} className={styles.between}>
            <Status tone="plain">{tag.name}</Status>
            {organises ? (
              <ChangeButton
                change="untag"
                about={{ name: 'tagId', value: tag.id }}
                kind="quiet"
                small
                aria-label={t('untag', { tag: tag.name })}
              >
                {t('takeOff')}
              </ChangeButton>
            ) : null}
          </li>
        ))}
      </ul>
      {organises && free.length > 0 ? (
        <form method="post">
          <input type="hidden" name="change" value="tag" />
          <Stack>
            <SelectField
              label={t('addTag')}
              name="tagId"
              options={free.map((tag) => ({ value: tag.id, label: `${tag.name} (${tag.unit})` }))}
            />
            <p>
              <Button>{t('addThis')}</Button>
            </p>
          </Stack>
        </form>
      ) : null}
      {organises && tags.length === 0 ? (
        <p className={styles.soft}>
          {t('tagsMake')} <a href="/people/settings#tags">{t('part.settings')}</a>
        </p>
      ) : null}
    </Card>
  )
}
