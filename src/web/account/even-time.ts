/**
 * How long it takes at least to be refused, in milliseconds: longer than looking for the account and trying the
 * password, so that the time tells nothing about which of them failed.
 */
export const refusalTime = 500

/** Waits until that long after `started` (by `performance.now()`). */
export async function evenTime(started: number): Promise<void> {
  const left = refusalTime - (performance.now() - started)
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
}
