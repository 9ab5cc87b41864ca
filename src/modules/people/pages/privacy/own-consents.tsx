import { Moment } from '#web/account/moment.tsx'
import { useTexts } from '#web/language.tsx'
import { Button, Card, Disclosure, Status } from '#web/ui/index.ts'
import { OwnForm } from './own-form.tsx'
import type { OwnPerson } from './own-person.ts'
import { ownTexts } from './own-texts.ts'
import styles from './privacy.module.css'

/** What one has agreed to, word for word, each with the way to take it back; and what one may agree to. */
export function OwnConsents({ person }: { person: OwnPerson }) {
  const t = useTexts(ownTexts)
  const holding = person.consents.filter((each) => each.holds)
  const past = person.consents.filter((each) => !each.holds)
  return (
    <Card title={t('consents')} id="consents">
      {holding.length === 0 && person.offered.length === 0 ? <p>{t('consentsNone')}</p> : null}
      <ul className={styles.items}>
        {holding.map((each) => (
          <li key={each.id} className={styles.consent}>
            <blockquote className={styles.words}>{each.words}</blockquote>
            <p className={styles.soft}>
              <Status tone="good">{t('agreed')}</Status> <Moment at={each.givenAt} time={false} />
              {each.channel === 'any' ? '' : ` · ${t(`channel.${each.channel}`)}`}
              {each.expiresOn ? ` · ${t('expires', { day: each.expiresOn })}` : ''}
            </p>
            <OwnForm personId={person.id} change="withdraw">
              <input type="hidden" name="consent" value={each.id} />
              <p>
                <Button aria-label={t('withdrawOf', { words: each.words })}>{t('withdraw')}</Button>
              </p>
            </OwnForm>
          </li>
        ))}
        {person.offered.map((each) => (
          <li key={each.wordingId} className={styles.consent}>
            <blockquote className={styles.words}>{each.words}</blockquote>
            <p className={styles.soft}>{t('notAgreed')}</p>
            <OwnForm personId={person.id} change="agree">
              <input type="hidden" name="wording" value={each.wordingId} />
              <p>
                <Button aria-label={t('agreeOf', { words: each.words })}>{t('agree')}</Button>
              </p>
            </OwnForm>
          </li>
        ))}
      </ul>
      {past.length > 0 ? (
        <Disclosure summary={t('consentsPast')}>
          <ul className={styles.items}>
            {past.map((each) => (
              <li key={each.id}>
                <blockquote className={styles.words}>{each.words}</blockquote>
                <p className={styles.soft}>
                  <Moment at={each.givenAt} time={false} />
                  {' – '}
                  {each.withdrawnAt ? <Moment at={each.withdrawnAt} time={false} /> : each.expiresOn}
                </p>
              </li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Card>
  )
}
