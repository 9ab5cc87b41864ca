import { useTexts } from '#web/language.tsx'
import { peopleTexts } from '../../messages/people.ts'
import styles from './elections.module.css'

type Remark = { key: string; params: Record<string, string | number> }

/** What does not add up or could not be read, a sentence each. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  const t = useTexts(peopleTexts)
  return (
    <ul className={styles.list}>
      {remarks.map(({ key, params }) => (
        // The rules and the texts are tied by their keys; a test tries every one.
        <li key={`${key} ${JSON.stringify(params)}`}>{t(key as 'finding.lots', params as never)}</li>
      ))}
    </ul>
  )
}
