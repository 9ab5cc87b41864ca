import { Moment } from '#web/account/moment.tsx'
import { ChangeButton, ChangeForm } from '#web/change-form.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Card, Disclosure, SelectField, Status, TextField } from '#web/ui/index.ts'
import { consentChannels } from '../../operations/persons/record-shape.ts'
import { problemIn, type PartProps } from './part-shape.ts'
import { personsTexts } from './persons-texts.ts'
import { wordingOf, type ShownWording } from './wording-of.ts'
import styles from './persons.module.css'

/** What somebody has agreed to and taken back, and a form for what is agreed on the telephone or on paper. */
export function ConsentsPart({
  record,
  organises,
  wordings,
  problem,
}: PartProps & { organises: boolean; wordings: readonly ShownWording[] }) {
  const t = useTexts(personsTexts)
  const language = useLanguage()
  if (!record.consents) return null
  const own = problemIn(problem, 'consent')
  return (
    <Card title={t('consents')} id="consents">
      {record.consents.length === 0 ? <p>{t('consentsNone')}</p> : null}
      <ul className={styles.plain}>
        {record.consents.map((consent) => (
          <li key={consent.id} className={styles.item}>
            <span className={styles.between}>
              <span>
                {t('consentLine', {
                  wording: wordingOf(wordings, consent, language),
                  version: consent.version,
                  channel: consent.channel,
                })}
              </span>
              <Status tone={consent.withdrawnAt ? 'plain' : 'good'}>
                {consent.withdrawnAt ? t('withdrawn') : t('given')}
              </Status>
            </span>
            <span className={styles.soft}>
              <Moment at={consent.givenAt} time={false} />, {consent.givenThrough}
              {consent.expiresOn ? ` · ${t('expires', { day: consent.expiresOn })}` : ''}
              {consent.withdrawnAt ? (
                <>
                  {' · '}
                  {t('withdrawn')} <Moment at={consent.withdrawnAt} time={false} />
                </>
              ) : null}
            </span>
            {organises && !consent.withdrawnAt ? (
              <ChangeButton
                change="withdraw"
                about={{ name: 'consentId', value: consent.id }}
                kind="quiet"
                small
                aria-label={t('withdrawThis', { purpose: wordingOf(wordings, consent, language) })}
              >
                {t('withdraw')}
              </ChangeButton>
            ) : null}
          </li>
        ))}
      </ul>
      {organises && wordings.length > 0 ? (
        <Disclosure summary={t('addConsent')} open={own !== undefined}>
          <ChangeForm change="consent" button={t('saveConsent')}>
            <SelectField
              label={t('wording')}
              name="wordingId"
              defaultValue={own?.values['wordingId']}
              options={wordings.map((each) => ({
                value: each.id,
                label: (language === 'sv' ? each.swedish : each.english).slice(0, 100),
              }))}
            />
            <SelectField
              label={t('channel')}
              name="channel"
              defaultValue={own?.values['channel'] ?? 'any'}
              options={consentChannels.map((each) => ({ value: each, label: t(`channel.${each}`) }))}
            />
            <TextField
              label={t('through')}
              hint={t('throughHint')}
              name="through"
              required
              maxLength={200}
              defaultValue={own?.values['through']}
              error={own?.fields['through']}
            />
          </ChangeForm>
        </Disclosure>
      ) : null}
    </Card>
  )
}
