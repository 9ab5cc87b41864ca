export const membershipKinds = ['home', 'extra', 'guest'] as const
export type MembershipKind = (typeof membershipKinds)[number]

export const standings = ['applied', 'active', 'lapsed', 'left', 'excluded'] as const
/** How a membership stands. */
export type Standing = (typeof standings)[number]

/** Those who belong, also while they wait for an answer or have not paid. */
export const belonging: readonly Standing[] = ['applied', 'active', 'lapsed']

/** From one standing to another: what may follow what. */
const mayFollow: Record<Standing, readonly Standing[]> = {
  applied: ['active', 'left'],
  active: ['lapsed', 'left', 'excluded'],
  lapsed: ['active', 'left', 'excluded'],
  left: ['applied', 'active'],
  excluded: ['applied', 'active'],
}

/** May a membership go from one standing to another? Somebody who has left or was excluded may come back. */
export function mayBecome(from: Standing, to: Standing): boolean {
  return mayFollow[from].includes(to)
}
