const minute = 60
const hour = 60 * minute

/** How often somebody may apply: `max` times in `window` seconds. */
export const joinLimits = {
  /** From one network address. A whole meeting or square may stand behind one. */
  address: { window: 10 * minute, max: 300 },
  /** For one address of e-mail: each time a mail is sent there. */
  email: { window: hour, max: 5 },
} as const
