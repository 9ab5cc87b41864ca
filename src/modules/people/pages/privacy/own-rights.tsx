import { Moment } from '#web/account/moment.tsx'
import { useTexts } from '#web/language.tsx'
import type { FormProblem } from '#web/page-problem.ts'
import { Button, Card, Disclosure, Notice, Stack, TextArea } from '#web/ui/index.ts'
import { OwnForm } from './own-form.tsx'
import type { OwnPerson } from './own-person.ts'
import { ownTexts } from './own-texts.ts'
import styles from './privacy.module.css'

/** What the law gives one a right to: to see everything, take it along, know who has read it, and be erased. */
export function OwnRights({ person, problem }: { person: OwnPerson; problem: FormProblem | undefined }) {
  const t = useTexts(ownTexts)
  const { erasure, calendarSince } = person
  return (
    <Card title={t('rights')} id="rights">
      <Stack>
        <ul className={styles.items}>
          <li>
            <a href="/me/everything">{t('everything')}</a>
            <br />
            <span className={styles.soft}>{t('everythingText')}</span>
          </li>
          <li>
            <a href={`/me/everything.json?person=${person.id}`}>{t('everythingFile')}</a>
          </li>
          <li>
            <a href="/me/readings">{t('readings')}</a>
            <br />
            <span className={styles.soft}>{t('readingsText')}</span>
          </li>
        </ul>
        <p className={styles.soft}>{t(`basis.${person.lawfulBasis}` as 'basis.membership')}</p>
        <Disclosure summary={t('calendar')}>
          <Stack>
            <p>{t('calendarText')}</p>
            {calendarSince ? (
              <p>
                {t('calendarSince')} <Moment at={calendarSince} time={false} />
              </p>
            ) : null}
            <OwnForm personId={person.id} change="calendar">
              <p>
                <Button>{t(calendarSince ? 'calendarAgain' : 'calendarMake')}</Button>
              </p>
            </OwnForm>
            {calendarSince ? (
              <OwnForm personId={person.id} change="revokeCalendar">
                <p>
                  <Button kind="danger">{t('calendarRevoke')}</Button>
                </p>
              </OwnForm>
            ) : null}
          </Stack>
        </Disclosure>
        {erasure?.state === 'refused' ? (
          <Notice tone="warn" title={t('erasureRefused')}>
            <p>{erasure.reason}</p>
            <p>{t('erasureComplain')}</p>
          </Notice>
        ) : null}
        {erasure?.state === 'asked' ? (
          <>
            <Notice>
              <p>
                {t('erasureAsked')} <Moment at={erasure.askedAt} time={false} />
              </p>
            </Notice>
            <OwnForm personId={person.id} change="withdrawErasure">
              <input type="hidden" name="request" value={erasure.id} />
              <p>
                <Button>{t('erasureWithdraw')}</Button>
              </p>
            </OwnForm>
          </>
        ) : (
          <Disclosure summary={t('erasure')} open={problem !== undefined}>
            <OwnForm personId={person.id} change="erasure">
              <p>{t('erasureText')}</p>
              <p>{t('erasureKept')}</p>
              <TextArea
                label={t('erasureMessage')}
                optional={t('optional')}
                name="message"
                rows={3}
                maxLength={2000}
                defaultValue={problem?.values['message']}
              />
              <p>
                <Button kind="danger">{t('erasureButton')}</Button>
              </p>
            </OwnForm>
          </Disclosure>
        )}
      </Stack>
    </Card>
  )
}
