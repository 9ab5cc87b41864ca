import type { ReactNode } from 'react'
import { PartForm } from '#web/change-form.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Choice, ChoiceGroup, TextField } from '#web/ui/index.ts'
import { postsTexts } from './posts-texts.ts'
import styles from './posts.module.css'

export type Candidates = {
  words: string
  persons: { personId: string; name: string; unit: string }[]
  more: boolean
}

/** Gives something to a person: the search for them, and a form as soon as somebody was found. */
export function CandidateForm({
  candidates,
  change,
  title,
  problem,
  children,
}: {
  candidates: Candidates | null
  change: string
  title: string
  problem: FormProblem | undefined
  children: ReactNode
}) {
  const t = useTexts(postsTexts)
  return (
    <>
      <CandidateSearch words={candidates?.words ?? ''} />
      {candidates && candidates.persons.length === 0 ? (
        <p>{t('findNone', { words: candidates.words })}</p>
      ) : null}
      {candidates && candidates.persons.length > 0 ? (
        <PartForm change={change} title={title} problem={problem} open>
          <CandidateChoice candidates={candidates} chosen={problem?.values['personId']} />
          {children}
        </PartForm>
      ) : null}
    </>
  )
}

/** Asks for a name first; the page is shown again, at the same place (`appoint`), with those who have it. */
function CandidateSearch({ words }: { words: string }) {
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
function CandidateChoice({ candidates, chosen }: { candidates: Candidates; chosen: string | undefined }) {
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
