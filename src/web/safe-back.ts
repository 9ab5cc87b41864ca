/**
 * The address to lead back to after a form. Only a path on this site: an address that points elsewhere would let
 * anybody send our visitors anywhere in our name.
 */
export function safeBack(wanted: unknown, otherwise = '/'): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])/.test(wanted)) return otherwise
  const url = new URL(wanted, 'http://here.invalid')
  return url.origin === 'http://here.invalid' ? `${url.pathname}${url.search}${url.hash}` : otherwise
}
