import { useTexts } from '#web/language.tsx'
import { Button, Card, Disclosure, SelectField, Stack } from '#web/ui/index.ts'
import { thingPriorityTexts } from './thing-priorities-texts.ts'
import styles from './thing-priorities.module.css'

type Priority = {
  priorityId: string
  rank: number
  title: string
  listId: string
  listTitle: string
  bodyName: string
}

/** Which priorities a thing carries, and could. */
export type ThingPriorities = { carried: readonly Priority[]; others: readonly Priority[]; mayTag: boolean }

/**
 * Which priorities a thing carries, for the thing's own page in any module; whoever may, tags it here. The forms go to the
 * priorities' own address and lead back.
 * @param thing its kind as it is registered, its id, and the page it stands on
 */
export function ThingPrioritiesCard({
  thing,
  shown,
}: {
  thing: { kind: string; id: string; address: string }
  shown: ThingPriorities
}) {
  const t = useTexts(thingPriorityTexts)
  const { carried, others, mayTag } = shown
  const hidden = (
    <>
      <input type="hidden" name="kind" value={thing.kind} />
      <input type="hidden" name="thingId" value={thing.id} />
      <input type="hidden" name="back" value={thing.address} />
    </>
  )
  return (
    <Card title={t('title')} id="priorities">
      {carried.length === 0 ? <p>{t('none')}</p> : null}
      <ul className={styles.tags} role="list">
        {carried.map(({ priorityId, listId, rank, title, listTitle, bodyName }) => (
          <li key={priorityId} className={styles.tag}>
            <div>
              <a href={`/organisation/priorities/${listId}/items/${priorityId}`}>{title}</a>{' '}
              <span className={styles.soft}>{t('rank', { rank, list: listTitle, body: bodyName })}</span>
            </div>
            {mayTag ? (
              <form method="post" action="/organisation/priorities/tags">
                {hidden}
                <input type="hidden" name="change" value="untagged" />
                <input type="hidden" name="priorityId" value={priorityId} />
                <Button small kind="quiet" aria-label={t('untagNamed', { name: title })}>
                  {t('untag')}
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {carried.length === 0 && others.length === 0 ? (
        <p className={styles.soft}>
          {t('noLists')} <a href="/organisation/priorities">{t('toLists')}</a>
        </p>
      ) : null}
      {mayTag && others.length > 0 ? (
        <Disclosure summary={t('tag')}>
          <form method="post" action="/organisation/priorities/tags">
            <Stack>
              {hidden}
              <input type="hidden" name="change" value="tagged" />
              <SelectField
                label={t('choose')}
                name="priorityId"
                options={others.map(({ priorityId, rank, title, listTitle }) => ({
                  value: priorityId,
                  label: t('option', { rank, title, list: listTitle }),
                }))}
              />
              <p>
                <Button>{t('save')}</Button>
              </p>
            </Stack>
          </form>
        </Disclosure>
      ) : null}
    </Card>
  )
}
