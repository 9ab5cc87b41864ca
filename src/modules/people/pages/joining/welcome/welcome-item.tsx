import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Disclosure, SelectField, Stack, Status, TextArea } from '#web/ui/index.ts'
import type { shownTask } from '../../../operations/joining/welcome-shapes.ts'
import { welcomeChannels, welcomeOutcomes } from '../../../rules/joining/welcome.ts'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'

export type Task = z.output<typeof shownTask>

/** The ways to reach a new member, each one tap. */
export function WaysToReach({ task }: { task: Task }) {
  const t = useTexts(joiningTexts)
  if (!task.phone && !task.email) return <p>{t('welcome.noContact')}</p>
  return (
    <div className={styles.ways}>
      {task.phone ? (
        <>
          <ButtonLink href={`tel:${task.phone}`} aria-label={t('welcome.call', { name: task.name })}>
            {t('channel.phone')}
          </ButtonLink>
          <ButtonLink href={`sms:${task.phone}`} aria-label={t('welcome.sms', { name: task.name })}>
            {t('channel.sms')}
          </ButtonLink>
        </>
      ) : null}
      {task.email ? (
        <ButtonLink href={`mailto:${task.email}`} aria-label={t('welcome.mail', { name: task.name })}>
          {t('channel.email')}
        </ButtonLink>
      ) : null}
    </div>
  )
}

/** How it went: one tap opens it, one tap says it. */
export function OutcomeForm({ task, back, open }: { task: Task; back: string; open?: boolean }) {
  const t = useTexts(joiningTexts)
  return (
    <Disclosure summary={t('welcome.how')} open={open ?? false}>
      <form method="post" action="/people/welcome">
        <Stack gap="tight">
          <input type="hidden" name="change" value="contact" />
          <input type="hidden" name="task" value={task.id} />
          <input type="hidden" name="back" value={back} />
          <div className={styles.outcomes}>
            {welcomeOutcomes.map((outcome) => (
              <Button key={outcome} name="outcome" value={outcome}>
                {t(`outcome.${outcome}`)}
              </Button>
            ))}
          </div>
          <SelectField
            label={t('welcome.channel')}
            name="channel"
            defaultValue={task.phone ? 'phone' : 'email'}
            options={welcomeChannels.map((value) => ({ value, label: t(`channel.${value}`) }))}
          />
          <TextArea
            label={t('welcome.notes')}
            optional={t('optional')}
            name="notes"
            rows={2}
            maxLength={2000}
            defaultValue={task.notes}
          />
        </Stack>
      </form>
    </Disclosure>
  )
}

/** How a welcome stands, in a word. */
export function WelcomeStatus({ task }: { task: Task }) {
  const t = useTexts(joiningTexts)
  if (task.overdue) return <Status tone="bad">{t('welcome.overdue')}</Status>
  const tone = { open: 'wait', tried: 'warn', contacted: 'good', closed: 'plain' } as const
  return <Status tone={tone[task.state]}>{t(`welcome.${task.state}`)}</Status>
}

/**
 * One new member in the list.
 * @param bulk the form that gives out those who are ticked
 */
export function WelcomeItem({ task, back, bulk }: { task: Task; back: string; bulk: string }) {
  const t = useTexts(joiningTexts)
  return (
    <>
      <div className={styles.head}>
        <input
          type="checkbox"
          className={styles.tick}
          form={bulk}
          name="tasks"
          value={task.id}
          defaultChecked={task.assigneeUserId === null}
          aria-label={t('welcome.tick', { name: task.name })}
        />
        <h2 className={styles.link}>
          <a href={`/people/welcome/${task.id}`}>{task.name}</a>
        </h2>
        <WelcomeStatus task={task} />
      </div>
      <p className={styles.soft}>
        {[
          task.unitName,
          t('welcome.due', { day: task.dueOn }),
          task.assigneeName || t('welcome.nobody'),
          task.tries > 0 ? t('welcome.tries', { count: task.tries }) : '',
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <WaysToReach task={task} />
      <OutcomeForm task={task} back={back} />
    </>
  )
}
