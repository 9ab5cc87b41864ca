import { data } from 'react-router'
import { useTexts } from '../../language.tsx'
import { Button, Card, PageHead, Stack, TextField } from '../../ui/index.ts'
import styles from '../account.module.css'
import { signInTexts } from '../messages/sign-in.ts'
import { pageTitle } from '../page-title.ts'
import { backOf, fieldOf, leadOn, minutesOf, readerOf, withBack } from '../reader.ts'
import type { Route } from './+types/code'
import { TooMany } from '../too-many.tsx'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(signInTexts, 'code.title', matches)

export function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  const kind = searchParams.get('kind') === 'backup' ? ('backup' as const) : ('code' as const)
  return { back: backOf(searchParams), kind }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const reader = readerOf({ request, context })
  const back = backOf(form)
  const backup = form.get('kind') === 'backup'
  const code = fieldOf(form, 'code').replaceAll(/\s/g, '')
  if (!code) return data({ trouble: 'required' as const, minutes: 0 }, { status: 422 })
  const answer = await reader.ask({
    path: backup ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp',
    body: { code },
  })
  if (answer.ok) return leadOn(back, answer.cookies)
  const startOver = (notice: string) => leadOn(withBack('/sign-in', back, { notice }), answer.cookies)
  switch (answer.code) {
    case 'CODE_USED':
      return startOver('codeUsed')
    case 'INVALID_TWO_FACTOR_COOKIE':
      return startOver('startAgain')
    case 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE':
      return startOver('tooManyCodes')
    case 'ACCOUNT_TEMPORARILY_LOCKED':
      return startOver('locked')
    case '429':
      return data({ trouble: 'tooMany' as const, minutes: minutesOf(answer.retryAfter) }, { status: 429 })
    default:
      return data({ trouble: 'wrong' as const, minutes: 0 }, { status: 422 })
  }
}

export default function Code({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(signInTexts)
  const { back, kind } = loaderData
  const trouble = actionData?.trouble
  const error = trouble === 'wrong' ? t(`${kind}.wrong`) : trouble === 'required' ? t('required') : undefined
  return (
    <div className={styles.narrow}>
      <Stack>
        <PageHead title={t(`${kind}.title`)} lead={t(`${kind}.lead`)} />
        {trouble === 'tooMany' ? <TooMany minutes={actionData?.minutes} /> : null}
        <Card>
          <form method="post">
            <Stack>
              <input type="hidden" name="back" value={back} />
              <input type="hidden" name="kind" value={kind} />
              <TextField
                key={kind}
                label={t(`${kind}.label`)}
                hint={t(`${kind}.hint`)}
                name="code"
                inputMode={kind === 'code' ? 'numeric' : 'text'}
                autoComplete={kind === 'code' ? 'one-time-code' : 'off'}
                autoCapitalize="none"
                spellCheck={false}
                error={error}
                required
              />
              <Button kind="primary">{t('code.submit')}</Button>
            </Stack>
          </form>
          <p className={styles.links}>
            {kind === 'code' ? (
              <a href={withBack('/sign-in/code', back, { kind: 'backup' })}>{t('code.toBackup')}</a>
            ) : (
              <a href={withBack('/sign-in/code', back)}>{t('backup.toCode')}</a>
            )}
            <a href={withBack('/sign-in', back)}>{t('startOver')}</a>
          </p>
        </Card>
      </Stack>
    </div>
  )
}
