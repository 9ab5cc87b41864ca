/** The cookies a request carries. A cookie that cannot be read is left out. */
export function cookies(headers: Headers): Map<string, string> {
  const jar = new Map<string, string>()
  for (const part of (headers.get('cookie') ?? '').split(';')) {
    const equals = part.indexOf('=')
    if (equals < 1) continue
    try {
      jar.set(part.slice(0, equals).trim(), decodeURIComponent(part.slice(equals + 1).trim()))
    } catch {
      continue
    }
  }
  return jar
}

/** The header that gives a reader a cookie for a year, sent along within the site only. */
export function setCookie(name: string, value: string, secure: boolean): string {
  return `${name}=${encodeURIComponent(value)}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}
