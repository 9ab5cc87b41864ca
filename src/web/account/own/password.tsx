import { data } from 'react-router'
import { askForPasswordLink } from '#platform/auth/mailed-links.ts'
import { passwordStrength } from '#platform/auth/passwords/password-rules.ts'
import { useTexts } from '../../language.tsx'
import { Button, Card, Notice, Stack, TextField } from '../../ui/index.ts'
import { accountTexts } from '../messages/account.ts'
import { pageTitle } from '../page-title.ts'
import { faultIn, usePasswordFault } from '../password-fault.ts'
import { minutesOf, secretOf } from '../reader.ts'
import { changingReader, ownReader } from './own-reader.ts'
import type { Route } from './+types/password'
import { TooMany } from '../too-many.tsx'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(accountTexts, 'tab.password', matches)

export async function loader({ request, context }: Route.LoaderArgs) {
  const { account } = await ownReader({ request, context })
  return { account }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const reader = await changingReader({ request, context })
  if (form.get('intent') === 'link') {
    const { waitSeconds } = await askForPasswordLink(reader.pages.accounts, reader, reader.account.email)
    return waitSeconds === null
      ? data({ state: 'sent' as const }, { status: 200 })
      : data({ state: 'tooMany' as const, minutes: minutesOf(waitSeconds) }, { status: 429 })
  }
  const newPassword = secretOf(form, 'password')
  const answer = await reader.ask({
    path: '/change-password',
    body: { currentPassword: secretOf(form, 'current'), newPassword, revokeOtherSessions: true },
  })
  if (answer.ok) {
    const headers = new Headers()
    for (const cookie of answer.cookies) headers.append('set-cookie', cookie)
    return data({ state: 'changed' as const, strength: passwordStrength(newPassword) }, { headers })
  }
  if (answer.status === 429) {
    const minutes = minutesOf(answer.retryAfter)
    return data({ state: 'tooMany' as const, minutes }, { status: 429 })
  }
  const fault = faultIn(answer.code)
  return fault
    ? data({ state: 'poor' as const, fault }, { status: 422 })
    : data({ state: 'wrong' as const }, { status: 422 })
}

export default function Password({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(accountTexts)
  const faultText = usePasswordFault()
  const { account } = loaderData
  return (
    <>
      {actionData?.state === 'tooMany' ? <TooMany minutes={actionData.minutes} /> : null}
      {actionData?.state === 'changed' ? (
        <Notice tone="good" live>
          <p>{t('password.changed')}</p>
          <p>{t('password.strength', { strength: actionData.strength })}</p>
        </Notice>
      ) : null}
      {actionData?.state === 'sent' ? (
        <Notice tone="good" live>
          <p>{t('password.noneSent', { email: account.email })}</p>
        </Notice>
      ) : null}
      {account.hasPassword ? (
        <Card title={t('password.submit')}>
          <form method="post">
            <Stack>
              <input type="hidden" name="username" autoComplete="username" value={account.email} />
              <TextField
                label={t('password.current')}
                name="current"
                type="password"
                autoComplete="current-password"
                error={actionData?.state === 'wrong' ? t('password.currentWrong') : undefined}
                required
              />
              <TextField
                label={t('password.new')}
                hint={t('password.hint')}
                name="password"
                type="password"
                autoComplete="new-password"
                error={actionData?.state === 'poor' ? faultText(actionData.fault) : undefined}
                required
              />
              <p>
                <Button kind="primary">{t('password.submit')}</Button>
              </p>
            </Stack>
          </form>
        </Card>
      ) : (
        <Card title={t('password.none')}>
          {account.isDemo ? null : (
            <form method="post">
              <Stack>
                <p>{t('password.noneText', { email: account.email })}</p>
                <p>
                  <Button kind="primary" name="intent" value="link">
                    {t('password.noneSubmit')}
                  </Button>
                </p>
              </Stack>
            </form>
          )}
        </Card>
      )}
    </>
  )
}
