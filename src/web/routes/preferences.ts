import { redirect } from 'react-router'
import { setCookie } from '#platform/http/cookies.ts'
import { isLanguage } from '#platform/i18n/languages.ts'
import { visitOf } from '../request-context.ts'
import { safeBack } from '../safe-back.ts'
import type { Route } from './+types/preferences'

/** Keeps the reader's language and appearance in cookies, and leads back. */
export async function action({ request, context }: Route.ActionArgs) {
  const form = await request.formData()
  const secure = visitOf({ context }).publicUrl.startsWith('https:')
  const headers = new Headers()
  const language = form.get('language')
  if (typeof language === 'string' && isLanguage(language)) {
    headers.append('set-cookie', setCookie('language', language, secure))
  }
  const theme = form.get('theme')
  if (theme === 'light' || theme === 'dark' || theme === 'auto') {
    headers.append('set-cookie', setCookie('theme', theme, secure))
  }
  return redirect(safeBack(form.get('back')), { headers })
}

/** The address has nothing to show by itself. */
export function loader() {
  return redirect('/')
}
