import { data } from 'react-router'
import { signInByLink } from '#platform/auth/mailed-links.ts'
import { useTexts } from '../../language.tsx'
import { Button, Card, PageHead, Stack } from '../../ui/index.ts'
import styles from '../account.module.css'
import { signInTexts } from '../messages/sign-in.ts'
import { pageTitle } from '../page-title.ts'
import { backOf, fieldOf, leadOnAfter, readerOf, withBack } from '../reader.ts'
import { SpentLink } from './email-form.tsx'
import type { Route } from './+types/link'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(signInTexts, 'open.title', matches)

/** Opening the link uses nothing up: programs that look through mail open every link in it. The button does. */
export function loader({ request }: Route.LoaderArgs) {
  const { searchParams } = new URL(request.url)
  return { token: searchParams.get('token') ?? '', back: backOf(searchParams) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const reader = readerOf({ request, context })
  const answer = await signInByLink(reader.pages.accounts, reader, fieldOf(form, 'token'))
  return answer.ok ? leadOnAfter(answer, backOf(form)) : data({ spent: true }, { status: 410 })
}

export default function Link({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(signInTexts)
  const { token, back } = loaderData
  if (actionData?.spent || !token) return <SpentLink again={withBack('/sign-in/by-link', back)} />
  return (
    <div className={styles.narrow}>
      <Stack>
        <PageHead title={t('open.title')} lead={t('open.lead')} />
        <Card>
          <form method="post">
            <Stack>
              <input type="hidden" name="token" value={token} />
              <input type="hidden" name="back" value={back} />
              <Button kind="primary">{t('submit')}</Button>
            </Stack>
          </form>
        </Card>
      </Stack>
    </div>
  )
}
