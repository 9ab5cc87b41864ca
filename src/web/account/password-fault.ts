import { organisationTexts } from '#modules/organisation/index.ts'
import type { PasswordFault } from '#platform/auth/passwords/password-rules.ts'
import { useTexts } from '../language.tsx'

/** The reason a password was refused, from the sign-in's answer; null when it was something else. */
export function faultIn(code: string | null): PasswordFault | null {
  const fault = /^PASSWORD_FAULT:(\w+)$/.exec(code ?? '')?.[1]
  return (fault as PasswordFault | undefined) ?? null
}

/** Says why a password was refused and what to do. */
export function usePasswordFault(): (fault: PasswordFault | null | undefined) => string | undefined {
  const t = useTexts(organisationTexts)
  return (fault) => (fault ? t(`password.${fault}`) : undefined)
}
