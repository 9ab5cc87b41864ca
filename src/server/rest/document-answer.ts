import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { cookies } from '#platform/http/cookies.ts'
import { isLanguage, languageFromHeader, type Language } from '#platform/i18n/languages.ts'
import { interfaceDocument } from '#platform/operations/rest/document.ts'
import { projectRoot } from '#platform/root.ts'
import type { Application } from '../../application.ts'

type Written = { text: string; etag: string }

/** `GET /api/openapi.json`: the interface's description in the reader's language, made once and kept. */
export function documentAnswer({ registry, services }: Application) {
  const kept = new Map<Language, Promise<Written>>()
  const { version } = JSON.parse(readFileSync(join(projectRoot, 'package.json'), 'utf8')) as {
    version: string
  }

  async function write(language: Language): Promise<Written> {
    const document = await interfaceDocument(registry, { publicUrl: services.publicUrl, language, version })
    const text = JSON.stringify(document)
    return { text, etag: `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"` }
  }

  return async (request: Request): Promise<Response> => {
    const chosen = cookies(request.headers).get('language')
    const language = isLanguage(chosen) ? chosen : languageFromHeader(request.headers.get('accept-language'))
    const written = kept.get(language) ?? write(language)
    kept.set(language, written)
    const { text, etag } = await written
    const headers = {
      'content-type': 'application/openapi+json;version=3.1',
      'content-language': language,
      'cache-control': 'no-cache',
      vary: 'Accept-Language, Cookie',
      etag,
    }
    const known = request.headers.get('if-none-match')?.includes(etag)
    if (known || request.method === 'HEAD') return new Response(null, { status: known ? 304 : 200, headers })
    return new Response(text, { headers })
  }
}
