/** What came of reading a file in, as the address after it says; null when it says nothing. */
export function outcomeAsked(request: Request): { created: number; changed: number; skipped: number } | null {
  const asked = new URL(request.url).searchParams
  const number = (name: string) => {
    const value = asked.get(name)
    return value !== null && /^\d{1,6}$/.test(value) ? Number(value) : null
  }
  const [created, changed, skipped] = [number('created'), number('changed'), number('skipped')]
  return created === null || changed === null || skipped === null ? null : { created, changed, skipped }
}
