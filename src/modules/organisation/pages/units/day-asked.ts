/** The day a page is asked to show, as `YYYY-MM-DD`; null for today, and for what is no day. */
export function dayAsked(request: Request): string | null {
  const asked = new URL(request.url).searchParams.get('asOf') ?? ''
  if (!/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/.test(asked)) return null
  const at = new Date(`${asked}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(asked) ? asked : null
}
