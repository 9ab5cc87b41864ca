import { data } from 'react-router'
import { choosePassword } from '#platform/auth/mailed-links.ts'
import { useTexts } from '../../language.tsx'
import { Button, Card, PageHead, Stack, TextField } from '../../ui/index.ts'
import styles from '../account.module.css'
import { signInTexts } from '../messages/sign-in.ts'
import { pageTitle } from '../page-title.ts'
import { faultIn, usePasswordFault } from '../password-fault.ts'
import { fieldOf, leadOn, minutesOf, readerOf, secretOf } from '../reader.ts'
import { SpentLink } from './email-form.tsx'
import type { Route } from './+types/choose'
import { TooMany } from '../too-many.tsx'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(signInTexts, 'choose.title', matches)

/** As with the other links, opening it uses nothing up. */
export function loader({ request }: Route.LoaderArgs) {
  return { token: new URL(request.url).searchParams.get('token') ?? '' }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const reader = readerOf({ request, context })
  const answer = await choosePassword(
    reader.pages.accounts,
    reader,
    fieldOf(form, 'token'),
    secretOf(form, 'password'),
  )
  if (answer.ok) return leadOn('/sign-in?notice=passwordChosen', answer.cookies)
  const minutes = minutesOf(answer.retryAfter)
  if (answer.status === 429) return data({ fault: null, spent: false, minutes }, { status: 429 })
  const fault = faultIn(answer.code)
  return data({ fault, spent: fault === null, minutes: 0 }, { status: fault ? 422 : 410 })
}

export default function Choose({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(signInTexts)
  const faultText = usePasswordFault()
  if (actionData?.spent || !loaderData.token) return <SpentLink again="/password/forgotten" />
  return (
    <div className={styles.narrow}>
      <Stack>
        <PageHead title={t('choose.title')} lead={t('choose.lead')} />
        {actionData?.minutes ? <TooMany minutes={actionData.minutes} /> : null}
        <Card>
          <form method="post">
            <Stack>
              <input type="hidden" name="token" value={loaderData.token} />
              <TextField
                label={t('choose.label')}
                hint={t('choose.hint')}
                name="password"
                type="password"
                autoComplete="new-password"
                error={faultText(actionData?.fault)}
                required
              />
              <Button kind="primary">{t('choose.submit')}</Button>
            </Stack>
          </form>
        </Card>
      </Stack>
    </div>
  )
}
