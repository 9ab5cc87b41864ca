import { useTexts } from '#web/language.tsx'
import type { Preview } from './build-list.ts'
import { listTexts } from './lists-texts.ts'
import { PeopleTable } from './people-table.tsx'
import styles from './lists.module.css'

/** What the form finds as it stands: how many, in words, and the first of them. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const t = useTexts(listTexts)
  const { found, words, columns, people } = preview
  return (
    <>
      <p className={styles.found} role="status">
        {t('found', { count: found })}
      </p>
      <p>{words}</p>
      {people.length > 0 ? (
        <PeopleTable label={t('first', { count: people.length })} columns={columns} people={people} />
      ) : null}
    </>
  )
}
