import { askForSignInLink } from '#platform/auth/mailed-links.ts'
import { useTexts } from '../../language.tsx'
import { signInTexts } from '../messages/sign-in.ts'
import { pageTitle } from '../page-title.ts'
import { backOf, readerOf } from '../reader.ts'
import { askForLink } from './ask-for-link.ts'
import { EmailForm } from './email-form.tsx'
import type { Route } from './+types/by-link'

export const meta: Route.MetaFunction = ({ matches }) => pageTitle(signInTexts, 'link.title', matches)

export function loader({ request }: Route.LoaderArgs) {
  return { back: backOf(new URL(request.url).searchParams) }
}

export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const reader = readerOf({ request, context })
  return askForLink(form, (email) => askForSignInLink(reader.pages.accounts, reader, email, backOf(form)))
}

export default function ByLink({ loaderData, actionData }: Route.ComponentProps) {
  const t = useTexts(signInTexts)
  return (
    <EmailForm
      title={t('link.title')}
      lead={t('link.lead')}
      again="/sign-in/by-link"
      back={loaderData.back}
      asked={actionData}
    />
  )
}
