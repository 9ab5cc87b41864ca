import { cookies } from '#platform/http/cookies.ts'
import { isLanguage, languageFromHeader } from '#platform/i18n/languages.ts'

type Asked = {
  method?: string | undefined
  url?: string | undefined
  headers: Record<string, string | string[] | undefined>
}

/**
 * Where a public page lies in the page cache, or null for everything that is not one. A public page depends on its
 * path, the language and the looks, and on nothing else: not on who asks, nor on what somebody hung on the address.
 */
export function pageCacheKey(request: Asked): string | null {
  const url = (request.url ?? '').split('?', 1)[0] ?? ''
  if ((request.method !== 'GET' && request.method !== 'HEAD') || !url.startsWith('/public/')) return null
  const cookie = request.headers['cookie']
  const jar = cookie ? cookies(new Headers({ cookie: String(cookie) })) : null
  const chosen = jar?.get('language')
  const language = isLanguage(chosen)
    ? chosen
    : languageFromHeader(String(request.headers['accept-language'] ?? ''))
  const theme = jar?.get('theme')
  // A word that is no theme is none: it makes no page of its own.
  return `${language} ${theme === 'light' || theme === 'dark' ? theme : ''} ${url}`
}
