/** How often something may be tried: `max` times in `window` seconds. */
export type Limit = { window: number; max: number }

const minute = 60
const hour = 60 * minute

/**
 * Attempts from one network address. A whole meeting may stand behind one address when it begins, so these are
 * wide; what stops guessing at one account are the limits below and the second step's own lock.
 */
export const addressLimits: Record<string, Limit> = {
  '/sign-in/email': { window: 5 * minute, max: 100 },
  '/sign-in/magic-link': { window: 5 * minute, max: 40 },
  '/sign-in/social': { window: 5 * minute, max: 100 },
  '/request-password-reset': { window: 5 * minute, max: 40 },
  '/reset-password': { window: 5 * minute, max: 20 },
  '/magic-link/verify': { window: 5 * minute, max: 60 },
  '/change-password': { window: 5 * minute, max: 20 },
  '/two-factor/*': { window: 5 * minute, max: 60 },
  '/passkey/*': { window: 5 * minute, max: 200 },
  '/callback/*': { window: 5 * minute, max: 100 },
}

/** Attempts at one account, whether it exists or not. */
export const accountLimits = {
  /** Passwords tried from one address. */
  passwordFromAddress: { window: 15 * minute, max: 10 },
  /** Passwords tried from anywhere: high enough that nobody can be kept out by others for long. */
  password: { window: hour, max: 100 },
  /** Links mailed: nobody's inbox is to be filled from here. */
  link: { window: 15 * minute, max: 3 },
} as const satisfies Record<string, Limit>

/** Codes for taking the system into use, tried from one address. */
export const setUpLimit: Limit = { window: 15 * minute, max: 10 }
