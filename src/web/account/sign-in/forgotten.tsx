import { askForPasswordLink } from '#platform/auth/mailed-links.ts'
import { useTexts } from '../../language.tsx'
import { signInTexts } from '../messages/sign-in.ts'
import { pageTitle } from '../page-title.ts'
import { backOf, readerOf } from '../reader.ts'
import { askForLink } from './ask-for-link.ts'
import { EmailForm } from './email-form.tsx'
import type { Route } from './+types/forgotten'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(signInTexts, 'forgotten.title', matches)

export function loader({ request }: Route.LoaderArgs) {
  return { back: backOf(new URL(request.url).searchParams) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const reader = readerOf({ request, context })
  return askForLink(await request.formData(), (email) =>
    askForPasswordLink(reader.pages.accounts, reader, email),
  )
}

export default function Forgotten({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(signInTexts)
  return (
    <EmailForm
      title={t('forgotten.title')}
      lead={t('forgotten.lead')}
      again="/password/forgotten"
      back={loaderData.back}
      asked={actionData}
    />
  )
}
