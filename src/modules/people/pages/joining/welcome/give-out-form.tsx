import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { Button, Choice, ChoiceGroup, Disclosure, SelectField, Stack } from '#web/ui/index.ts'
import type { shownWelcomer } from '../../../operations/joining/welcome-shapes.ts'
import { joiningTexts } from '../joining-texts.ts'
import styles from '../joining.module.css'

/** Gives all who are ticked in the list to somebody, or shares them out evenly among several. */
export function GiveOutForm({
  id,
  back,
  welcomers,
  open,
}: {
  id: string
  back: string
  welcomers: readonly z.output<typeof shownWelcomer>[]
  open: boolean
}) {
  const t = useTexts(joiningTexts)
  return (
    <Disclosure summary={t('welcome.many')} open={open}>
      <form method="post" action="/people/welcome" id={id}>
        <Stack>
          <p>{t('welcome.manyLead')}</p>
          <input type="hidden" name="back" value={back} />
          <div className={styles.filter}>
            <SelectField
              label={t('welcome.giveTo')}
              name="userId"
              options={[
                { value: 'me', label: t('welcome.mine') },
                ...welcomers.map(({ userId, name }) => ({ value: userId, label: name })),
                { value: '', label: t('welcome.nobody') },
              ]}
            />
            <Button name="change" value="assignMany">
              {t('welcome.give')}
            </Button>
          </div>
          <ChoiceGroup legend={t('welcome.shareAmong')} hint={t('welcome.shareHint')}>
            <div className={styles.among}>
              {welcomers.map(({ userId, name, waiting }) => (
                <Choice
                  key={userId}
                  name="among"
                  value={userId}
                  label={t('welcome.waiting', { name, count: waiting })}
                />
              ))}
            </div>
          </ChoiceGroup>
          <p>
            <Button name="change" value="shareOut">
              {t('welcome.share')}
            </Button>
          </p>
        </Stack>
      </form>
    </Disclosure>
  )
}
