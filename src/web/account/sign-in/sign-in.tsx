import { data, redirect } from 'react-router'
import { useTexts } from '../../language.tsx'
import { Button, ButtonLink, Card, Notice, PageHead, Stack, TextField } from '../../ui/index.ts'
import styles from '../account.module.css'
import { evenTime } from '../even-time.ts'
import { signInTexts } from '../messages/sign-in.ts'
import { pageTitle } from '../page-title.ts'
import { passkeyScript } from '../passkey/address.server.ts'
import { PasskeySignIn } from '../passkey/passkey-sign-in.tsx'
import {
  backOf,
  fieldOf,
  leadOnAfter,
  looksLikeEmail,
  minutesOf,
  readerOf,
  secretOf,
  withBack,
} from '../reader.ts'
import type { Route } from './+types/sign-in'
import { TooMany } from '../too-many.tsx'

/** What may be said on coming here from elsewhere. */
const notices = ['passwordChosen', 'signedOut', 'codeUsed', 'startAgain', 'tooManyCodes', 'locked'] as const

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(signInTexts, 'title', matches)

/** The page ships one small script of its own, for passkeys; everything else works without. */
export const headers: Route.HeadersFunction = () => ({ 'x-scripts': 'yes' })

export async function loader({ request, context }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const { visit, pages } = readerOf({ request, context })
  const back = backOf(searchParams)
  if (visit.session) throw redirect(back)
  // There is nobody to sign in as before the system has been taken into use.
  if (!visit.organisation && (await pages.setUp.isOpen())) throw redirect('/set-up')
  return {
    back,
    notice: notices.find((notice) => notice === searchParams.get('notice')) ?? null,
    provider: pages.accounts.providerName,
    // The identity provider leads back here with an error of its own when it did not go well.
    providerTrouble:
      searchParams.get('error') === 'provider_not_found'
        ? 'unreachable'
        : searchParams.has('error')
          ? 'refused'
          : null,
    passkeys: { script: passkeyScript(), origin: pages.accounts.publicUrl },
  }
}

export async function action({ request, context }: Route.ActionArgs) {
  const started = performance.now()
  const form = await request.formData()
  const reader = readerOf({ request, context })
  const email = fieldOf(form, 'email')
  const password = secretOf(form, 'password')
  if (!email || !password) {
    return data({ trouble: 'required' as const, email, minutes: 0 }, { status: 422 })
  }
  if (!looksLikeEmail(email)) return data({ trouble: 'email' as const, email, minutes: 0 }, { status: 422 })
  const answer = await reader.ask({ path: '/sign-in/email', body: { email, password } })
  if (answer.ok) return leadOnAfter(answer, backOf(form))
  await evenTime(started)
  return answer.status === 429
    ? data({ trouble: 'tooMany' as const, email, minutes: minutesOf(answer.retryAfter) }, { status: 429 })
    : data({ trouble: 'wrong' as const, email, minutes: 0 }, { status: 422 })
}

export default function SignIn({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(signInTexts)
  const { back, notice, provider, providerTrouble, passkeys } = loaderData
  const trouble = actionData?.trouble
  const missing = (value: string | undefined) =>
    trouble === 'required' && !value ? t('required') : undefined
  return (
    <div className={styles.narrow}>
      <Stack>
        <PageHead title={t('title')} />
        {notice ? (
          <Notice tone={notice === 'passwordChosen' || notice === 'signedOut' ? 'good' : 'warn'}>
            <p>{t(`notice.${notice}`)}</p>
          </Notice>
        ) : null}
        {provider && providerTrouble ? (
          <Notice tone="bad">
            <p>
              {t(providerTrouble === 'unreachable' ? 'providerUnreachable' : 'providerRefused', { provider })}
            </p>
          </Notice>
        ) : null}
        {trouble === 'tooMany' ? <TooMany minutes={actionData?.minutes} /> : null}
        <Card>
          <form method="post">
            <Stack>
              <input type="hidden" name="back" value={back} />
              <TextField
                label={t('email')}
                name="email"
                type="email"
                autoComplete="username webauthn"
                defaultValue={actionData?.email}
                error={trouble === 'email' ? t('emailInvalid') : missing(actionData?.email)}
                required
              />
              <TextField
                label={t('password')}
                name="password"
                type="password"
                autoComplete="current-password"
                error={trouble === 'wrong' ? t('wrong') : missing('')}
                required
              />
              <Button kind="primary">{t('submit')}</Button>
            </Stack>
          </form>
          <p className={styles.links}>
            <a href={withBack('/password/forgotten', back)}>{t('forgotten')}</a>
          </p>
          <section className={styles.ways} aria-label={t('otherWays')}>
            <PasskeySignIn back={back} {...passkeys} />
            {provider ? (
              <ButtonLink href={withBack('/sign-in/provider', back)}>
                {t('provider', { provider })}
              </ButtonLink>
            ) : null}
            <ButtonLink href={withBack('/sign-in/by-link', back)}>{t('byLink')}</ButtonLink>
          </section>
        </Card>
      </Stack>
    </div>
  )
}
