const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * May this request change something, as far as its origin tells? A browser says where a form was sent from and
 * nobody can make it lie; together with cookies that are only sent along within the site, another site cannot act
 * in a visitor's name. Programs with a key of their own carry no cookies and are not asked.
 * @param ownOrigins the origins this system is reached at
 */
export function mayChange(method: string, headers: Headers, ownOrigins: readonly string[]): boolean {
  if (safeMethods.has(method)) return true
  if (headers.get('authorization')?.startsWith('Bearer ')) return true
  const origin = headers.get('origin')
  if (origin && origin !== 'null') return ownOrigins.includes(origin)
  // Browsers that leave out the origin say at least whether the site is the same.
  return headers.get('sec-fetch-site') === 'same-origin'
}
