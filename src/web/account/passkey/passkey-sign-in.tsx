import { useTexts } from '../../language.tsx'
import { Button, Notice } from '../../ui/index.ts'
import styles from '../account.module.css'
import { signInTexts } from '../messages/sign-in.ts'

/** The button for signing in by a passkey. Only shown by the script, and only where passkeys work. */
export function PasskeySignIn({ back, script, origin }: { back: string; script: string; origin: string }) {
  const t = useTexts(signInTexts)
  return (
    <div data-passkey="sign-in" data-back={back} data-origin={origin}>
      <div data-passkey-when="usable" hidden>
        <Button className={styles.full} type="button" aria-describedby="passkey-what">
          {t('passkey')}
        </Button>
        <p id="passkey-what" className={styles.soft}>
          {t('passkeyWhat')}
        </p>
      </div>
      <div data-passkey-says="failed" hidden>
        <Notice tone="bad" live>
          <p>{t('passkeyFailed')}</p>
        </Notice>
      </div>
      <script type="module" src={script} async />
    </div>
  )
}
