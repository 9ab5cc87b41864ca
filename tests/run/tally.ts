/** How many passed and how many failed: of the tests, or of what is looked at without running anything. */
export type Tally = { passed: number; failed: number }

export const nothing: Tally = { passed: 0, failed: 0 }

/** @returns both together */
export function together(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
    nothing,
  )
}

/** The line that everything ends with. A run in which nothing was tried has failed, though nothing did. */
export function verdict({ passed, failed }: Tally): { line: string; exitCode: 0 | 1 } {
  return { line: `${passed} passed, ${failed} failed`, exitCode: failed === 0 && passed > 0 ? 0 : 1 }
}
