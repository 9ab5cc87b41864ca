import { useTexts } from '../../language.tsx'
import { Button, ButtonLink, Card, PageHead, Stack, TextField } from '../../ui/index.ts'
import styles from '../account.module.css'
import { signInTexts } from '../messages/sign-in.ts'
import { withBack } from '../reader.ts'
import { TooMany } from '../too-many.tsx'

/** What came of asking for a link; `sent` says nothing about whether there is such an account. */
export type LinkAsked = { state: 'sent' | 'invalid' | 'tooMany'; email: string; minutes: number }

/** Asks for an e-mail address to send a link to, and says that one is on its way (if there is such an account). */
export function EmailForm({
  title,
  lead,
  again,
  back,
  asked,
}: {
  title: string
  lead: string
  /** This page's own address, for trying another e-mail address. */
  again: string
  back: string
  asked: LinkAsked | undefined
}) {
  const t = useTexts(signInTexts)
  if (asked?.state === 'sent') {
    return (
      <div className={styles.narrow}>
        <Stack>
          <PageHead title={t('sent.title')} lead={t('sent.text')} />
          <p className={styles.links}>
            <a href={withBack(again, back)}>{t('sent.again')}</a>
            <a href={withBack('/sign-in', back)}>{t('toSignIn')}</a>
          </p>
        </Stack>
      </div>
    )
  }
  return (
    <div className={styles.narrow}>
      <Stack>
        <PageHead title={title} lead={lead} />
        {asked?.state === 'tooMany' ? <TooMany minutes={asked.minutes} /> : null}
        <Card>
          <form method="post">
            <Stack>
              <input type="hidden" name="back" value={back} />
              <TextField
                label={t('email')}
                name="email"
                type="email"
                autoComplete="username"
                defaultValue={asked?.email}
                error={asked?.state === 'invalid' ? t('emailInvalid') : undefined}
                required
              />
              <Button kind="primary">{t('link.submit')}</Button>
            </Stack>
          </form>
          <p className={styles.links}>
            <a href={withBack('/sign-in', back)}>{t('toSignIn')}</a>
          </p>
        </Card>
      </Stack>
    </div>
  )
}

/** Says that a link no longer works, and offers a new one. */
export function SpentLink({ again }: { again: string }) {
  const t = useTexts(signInTexts)
  return (
    <div className={styles.narrow}>
      <Stack>
        <PageHead title={t('spent.title')} lead={t('spent.text')} />
        <p>
          <ButtonLink href={again} kind="primary">
            {t('spent.again')}
          </ButtonLink>
        </p>
      </Stack>
    </div>
  )
}
