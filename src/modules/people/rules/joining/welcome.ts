export const welcomeStates = ['open', 'tried', 'contacted', 'closed'] as const
export type WelcomeState = (typeof welcomeStates)[number]

export const welcomeChannels = ['phone', 'sms', 'email', 'visit'] as const
export type WelcomeChannel = (typeof welcomeChannels)[number]

export const welcomeOutcomes = [
  'reached',
  'willCome',
  'noAnswer',
  'messageLeft',
  'wrongContact',
  'declined',
] as const
/** How an attempt to meet a new member went. */
export type WelcomeOutcome = (typeof welcomeOutcomes)[number]

const stateAfterOutcome: Record<WelcomeOutcome, WelcomeState> = {
  reached: 'contacted',
  willCome: 'contacted',
  noAnswer: 'tried',
  messageLeft: 'tried',
  wrongContact: 'tried',
  declined: 'closed',
}

/** How a welcome stands after an attempt. Who has been met is not unmet by a later try that nobody answers. */
export function stateAfter(before: WelcomeState, outcome: WelcomeOutcome): WelcomeState {
  const after = stateAfterOutcome[outcome]
  return after === 'tried' && (before === 'contacted' || before === 'closed') ? before : after
}

/** Is somebody still waiting to be met? */
export function isWaiting(state: WelcomeState): boolean {
  return state === 'open' || state === 'tried'
}

/** Overdue from the day after the last one. Then it is the matter of those above as well. */
export function isOverdue({ state, dueOn }: { state: WelcomeState; dueOn: string }, day: string): boolean {
  return isWaiting(state) && dueOn < day
}

/** Within how many days a new member is met where nobody has decided otherwise. */
export const usualWelcomeDays = 7

/**
 * What a unit has decided, or the nearest unit above it that has decided anything.
 * @param upwards the unit itself first, then those above it, nearest first
 */
export function settingOf<Setting>(
  upwards: readonly string[],
  settings: ReadonlyMap<string, Setting>,
): Setting | null {
  for (const unitId of upwards) {
    const setting = settings.get(unitId)
    if (setting !== undefined) return setting
  }
  return null
}
