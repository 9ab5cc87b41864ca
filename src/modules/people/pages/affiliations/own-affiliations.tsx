import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Card, Disclosure } from '#web/ui/index.ts'
import { OwnForm } from '../privacy/own-form.tsx'
import type { OwnPerson } from '../privacy/own-person.ts'
import styles from '../privacy/privacy.module.css'
import { AffiliationFields } from './affiliation-fields.tsx'
import { affiliationsTexts } from './affiliations-texts.ts'

/** What else one belongs to: told with consent, taken away one by one, or all of it in one step. */
export function OwnAffiliations({
  person,
  problem,
}: {
  person: OwnPerson
  problem: FormProblem | undefined
}) {
  const t = useTexts(affiliationsTexts)
  const { affiliations, affiliationWords: words } = person
  if (words === null && affiliations.length === 0) return null
  const consentIds = [...new Set(affiliations.map(({ consentId }) => consentId))]
  return (
    <Card title={t('own')} id="affiliations">
      <p>{t('ownLead')}</p>
      <ul className={styles.items}>
        {affiliations.map((each) => (
          <li key={each.id} className={styles.consent}>
            <span>
              <strong>{each.name}</strong>{' '}
              <span className={styles.soft}>
                {[t(`kind.${each.kind}`), each.role].filter(Boolean).join(' · ')}
              </span>
            </span>
            <OwnForm personId={person.id} change="removeAffiliation">
              <input type="hidden" name="affiliation" value={each.id} />
              <p>
                <Button small aria-label={t('removeOf', { name: each.name })}>
                  {t('remove')}
                </Button>
              </p>
            </OwnForm>
          </li>
        ))}
      </ul>
      {words === null ? null : (
        <Disclosure summary={t('tell')} open={problem !== undefined}>
          <OwnForm personId={person.id} change="affiliation">
            <AffiliationFields words={words} own problem={problem} />
            <p>
              <Button>{t('save')}</Button>
            </p>
          </OwnForm>
        </Disclosure>
      )}
      {consentIds.map((consentId) => (
        <OwnForm key={consentId} personId={person.id} change="withdraw">
          <input type="hidden" name="consent" value={consentId} />
          <p>
            <Button>{t('withdraw')}</Button>
          </p>
          <p className={styles.soft}>{t('withdrawHint')}</p>
        </OwnForm>
      ))}
    </Card>
  )
}
