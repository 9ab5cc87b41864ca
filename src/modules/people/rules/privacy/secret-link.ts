/** What a secret in a link is for; so that no secret's hash can stand in for another's. */
export type LinkPurpose = 'account' | 'calendar'

/** What is hashed of a link's secret. */
export function linkSecret(purpose: LinkPurpose, token: string): string {
  return `person ${purpose}|${token}`
}
