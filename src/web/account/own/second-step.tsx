import { data } from 'react-router'
import { useTexts } from '../../language.tsx'
import { Button, Card, Notice, Stack, TextField } from '../../ui/index.ts'
import { accountTexts } from '../messages/account.ts'
import { pageTitle } from '../page-title.ts'
import { changingReader, ownReader } from './own-reader.ts'
import { changeSecondStep } from './second-step.server.ts'
import { BackupCodes, ScanStep } from './second-step-parts.tsx'
import type { Route } from './+types/second-step'
import { TooMany } from '../too-many.tsx'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(accountTexts, 'tab.secondStep', matches)

export async function loader({ request, context }: Route.LoaderArgs) {
  const { account, session } = await ownReader({ request, context })
  return { account, twoSteps: session.secondFactor }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const { outcome, status, cookies } = await changeSecondStep(
    await changingReader({ request, context }),
    form,
  )
  const headers = new Headers()
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  return data(outcome, { status, headers })
}

/**
 * Adds, renews and removes the second step. Secrets are shown in the answer to a form and never have an address of
 * their own, so they are in no history and cannot be opened again.
 */
export default function SecondStep({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(accountTexts)
  const { account, twoSteps } = loaderData
  const state = actionData?.state
  if (actionData?.state === 'scan') return <ScanStep {...actionData} />
  if (actionData?.state === 'codes') return <BackupCodes codes={actionData.codes} />
  const wrong =
    state === 'wrongPassword'
      ? t('password.currentWrong')
      : state === 'wrongCode'
        ? t('second.codeWrong')
        : undefined
  return (
    <>
      {state === 'off' ? (
        <Notice tone="good" live>
          <p>{t('second.turnedOff')}</p>
        </Notice>
      ) : null}
      {state === 'tooMany' ? <TooMany minutes={actionData?.minutes} /> : null}
      {state === 'expired' ? (
        <Notice tone="bad" live>
          <p>{t('second.expired')}</p>
        </Notice>
      ) : null}
      {account.secondStep ? (
        <>
          <Notice tone="good" title={t('second.onTitle')}>
            {twoSteps ? null : <p>{t('second.upgrade')}</p>}
          </Notice>
          <Confirmed
            intent="renew"
            title={t('second.renewTitle')}
            text={t('second.renewText')}
            button={t('second.renew')}
            hasPassword={account.hasPassword}
            wrong={actionData?.intent === 'renew' ? wrong : undefined}
          />
          <Confirmed
            intent="off"
            title={t('second.offButtonTitle')}
            text={t('second.offButtonText')}
            button={t('second.turnOff')}
            hasPassword={account.hasPassword}
            wrong={actionData?.intent === 'off' ? wrong : undefined}
            danger
          />
        </>
      ) : account.isDemo ? null : (
        <Confirmed
          intent="begin"
          title={t('second.offTitle')}
          text={t('second.offText')}
          button={t('second.begin')}
          hasPassword={account.hasPassword}
          wrong={actionData?.intent === 'begin' ? wrong : undefined}
          first
        />
      )}
    </>
  )
}

/** A form that asks who it is before it does anything: by the password, or by a code for those who have none. */
function Confirmed({
  intent,
  title,
  text,
  button,
  hasPassword,
  wrong,
  danger,
  first,
}: {
  intent: 'begin' | 'renew' | 'off'
  title: string
  text: string
  button: string
  hasPassword: boolean
  wrong: string | undefined
  danger?: boolean
  /** Is there no second step yet, and so no code to ask for? */
  first?: boolean
}) {
  const t = useTexts(accountTexts)
  return (
    <Card title={title}>
      <form method="post">
        <Stack>
          <p>{text}</p>
          {hasPassword ? (
            <TextField
              label={t('second.password')}
              name="password"
              type="password"
              autoComplete="current-password"
              error={wrong}
              required
            />
          ) : first ? null : (
            <TextField
              label={t('second.codeNow')}
              hint={t('second.codeHint')}
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              error={wrong}
              required
            />
          )}
          <p>
            <Button name="intent" value={intent} kind={danger ? 'danger' : first ? 'primary' : 'plain'}>
              {button}
            </Button>
          </p>
        </Stack>
      </form>
    </Card>
  )
}
