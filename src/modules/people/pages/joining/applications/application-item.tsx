import type { z } from 'zod'
import { momentText } from '#web/account/moment.tsx'
import { useLanguage, useTexts } from '#web/language.tsx'
import {
  Button,
  Choice,
  ChoiceGroup,
  Disclosure,
  FactList,
  Notice,
  Stack,
  Status,
  TextArea,
} from '#web/ui/index.ts'
import type { listApplications } from '../../../operations/joining/list-applications.ts'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'

type Application = z.output<typeof listApplications.output>['applications'][number]

/** One application that waits: who, where to, who in the register it may be, and what to do with it. */
export function ApplicationItem({ application, bulk }: { application: Application; bulk: string }) {
  const t = useTexts(joiningTexts)
  const language = useLanguage()
  const { id, name, mayDecide, mustLook, same } = application
  const facts = [
    { label: t('queue.email'), value: application.email },
    { label: t('queue.phone'), value: application.phone },
    { label: t('queue.address'), value: application.address },
    { label: t('queue.birthDate'), value: application.birthDate ?? '' },
    {
      label: t('queue.home'),
      value: [application.unitName, application.extraUnitName].filter(Boolean).join(', '),
    },
    { label: t('queue.message'), value: application.message },
    {
      label: t('queue.came'),
      value: `${application.pageTitle} · ${application.source}${application.byLink ? ` · ${t('queue.byLink')}` : ''}`,
    },
  ].filter(({ value }) => value !== '')
  return (
    <div className={styles.pick}>
      {mayDecide && !mustLook ? (
        <input
          type="checkbox"
          form={bulk}
          name="applications"
          value={id}
          defaultChecked
          aria-label={t('queue.tick', { name })}
        />
      ) : (
        <span />
      )}
      <Stack gap="tight">
        <div className={styles.head}>
          <h2 className={styles.link}>{name}</h2>
          {mustLook ? <Status tone="warn">{t('queue.mustLook')}</Status> : null}
          <span className={styles.soft}>{momentText(application.confirmedAt, language)}</span>
        </div>
        <FactList facts={facts} />
        {same.length > 0 ? (
          <Notice tone={mustLook ? 'warn' : 'info'} title={t('queue.same')}>
            <ul>
              {same.map((person) => (
                <li key={person.personId}>
                  <a href={`/people/${person.personId}`}>{person.name}</a>{' '}
                  <span className={styles.soft}>
                    {person.signs.map((sign) => t(`sign.${sign}`)).join(', ')}
                  </span>
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {mayDecide ? (
          <>
            <form method="post">
              <Stack gap="tight">
                <input type="hidden" name="application" value={id} />
                {same.length > 0 ? (
                  <ChoiceGroup legend={t('queue.who')}>
                    {same.map((person, at) => (
                      <Choice
                        key={person.personId}
                        type="radio"
                        name="person"
                        value={person.personId}
                        label={person.name}
                        defaultChecked={mustLook && at === 0}
                      />
                    ))}
                    <Choice
                      type="radio"
                      name="person"
                      value="new"
                      label={t('queue.new')}
                      defaultChecked={!mustLook}
                    />
                  </ChoiceGroup>
                ) : null}
                <p>
                  <Button small aria-label={t('queue.approveOne', { name })}>
                    {t('queue.approve')}
                  </Button>
                </p>
              </Stack>
            </form>
            <Disclosure summary={t('queue.refuse')}>
              <form method="post" className={styles.form}>
                <Stack gap="tight">
                  <input type="hidden" name="change" value="refuse" />
                  <input type="hidden" name="application" value={id} />
                  <TextArea
                    label={t('queue.reason')}
                    hint={t('queue.reasonHint')}
                    name="reason"
                    rows={2}
                    required
                    maxLength={1000}
                  />
                  <p>
                    <Button kind="danger" small>
                      {t('queue.refuse')}
                    </Button>
                  </p>
                </Stack>
              </form>
            </Disclosure>
          </>
        ) : (
          <p className={styles.soft}>{t('queue.elsewhere', { unit: application.unitName })}</p>
        )}
      </Stack>
    </div>
  )
}
