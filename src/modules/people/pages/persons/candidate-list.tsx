import { useTexts } from '#web/language.tsx'
import type { Candidate } from '../../store/persons/find-known.ts'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'

/** Those who may be the same person, with what is the same. */
export function CandidateList({ candidates }: { candidates: readonly Candidate[] }) {
  const t = useTexts(personsTexts)
  if (candidates.length === 0) return null
  return (
    <ul className={styles.plain}>
      {candidates.map((candidate) => (
        <li key={candidate.personId}>
          <a href={`/people/${candidate.personId}`}>{candidate.name}</a>, {candidate.unit}{' '}
          <span className={styles.soft}>
            {t('sameThing')} {candidate.same.map((each) => t(`same.${each}`)).join(', ')}
          </span>
        </li>
      ))}
    </ul>
  )
}
