const wellFormed = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/

/**
 * The day a page is asked to show, by `on` in its address, as `YYYY-MM-DD`; null for today, and for what is no day.
 * Addresses saved before the day was called `on` say `asOf`.
 */
export function dayAsked(request: Pick<Request, 'url'>): string | null {
  const asked = new URL(request.url).searchParams
  const day = asked.get('on') ?? asked.get('asOf') ?? ''
  if (!wellFormed.test(day)) return null
  const at = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day) ? day : null
}

/** An address of this site on the day that is being read, so that following a link stays on it; as it is for today. */
export function onDay(address: string, day: string | null): string {
  if (day === null) return address
  const [place = '', part] = address.split('#')
  return `${place}${place.includes('?') ? '&' : '?'}on=${day}${part === undefined ? '' : `#${part}`}`
}

/** The address of the same page as it is today: everything else it was asked stays. */
export function todayAgain(pathname: string, search: string): string {
  const asked = new URLSearchParams(search)
  // Where in a long list somebody was, and what a form just did, belong to the day that is left.
  for (const name of ['on', 'asOf', 'after', 'done']) asked.delete(name)
  const rest = asked.toString()
  return rest === '' ? pathname : `${pathname}?${rest}`
}
