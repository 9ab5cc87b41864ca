/** What can be asked for in the address of the log's page, by the names that stand there. */
export const asked = [
  'text',
  'from',
  'to',
  'effect',
  'operation',
  'personId',
  'subjectKind',
  'subjectId',
] as const

export type Asked = Partial<Record<(typeof asked)[number], string>>

/** What an address asks for; empty fields of a form ask for nothing. */
export function readAsked(url: URL): Asked {
  const given = asked.flatMap((name) => {
    const value = url.searchParams.get(name)?.trim()
    return value ? [[name, value] as const] : []
  })
  return Object.fromEntries(given)
}

/** The address of a page of the log. */
export function auditAddress(path: string, wanted: Asked & { after?: string }): string {
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value))
  return query.size > 0 ? `${path}?${query}` : path
}
