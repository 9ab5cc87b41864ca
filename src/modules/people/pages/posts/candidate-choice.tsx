import { useTexts } from '#web/language.tsx'
import { Button, Choice, ChoiceGroup, TextField } from '#web/ui/index.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export type Candidates = {
  words: string
  persons: { personId: string; name: string; unit: string }[]
  more: boolean
}

/** Asks for a name first; the page is shown again, at the same place (`appoint`), with those who have it. */
export function CandidateSearch({ words }: { words: string }) {
  const t = useTexts(postsTexts)
  return (
    <search>
      <form action="#appoint" className={styles.filters}>
        <TextField
          label={t('find')}
          hint={t('findHint')}
          name="find"
          type="search"
          required
          maxLength={100}
          defaultValue={words}
        />
        <p>
          <Button kind="plain">{t('findButton')}</Button>
        </p>
      </form>
    </search>
  )
}

/** Those who were found, to choose one of. */
export function CandidateChoice({
  candidates,
  chosen,
}: {
  candidates: Candidates
  chosen: string | undefined
}) {
  const t = useTexts(postsTexts)
  return (
    <ChoiceGroup legend={t('who')} hint={candidates.more ? t('findMore') : undefined}>
      {candidates.persons.map(({ personId, name, unit }, index) => (
        <Choice
          key={personId}
          type="radio"
          name="personId"
          value={personId}
          label={name}
          hint={unit}
          required
          defaultChecked={chosen ? chosen === personId : index === 0 && candidates.persons.length === 1}
        />
      ))}
    </ChoiceGroup>
  )
}
