import { Problem } from '#platform/operations/problem.ts'

/**
 * Runs what writes a personal number. The number may be somebody's whom the caller does not reach: the database knows.
 * @throws {Problem} notPossibleNow when it is
 */
export async function orNumberTaken<Result>(work: Promise<Result>): Promise<Result> {
  try {
    return await work
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23505' && constraint === 'person_personal_number') {
      throw new Problem('notPossibleNow', { detail: 'person.numberTaken', cause: error })
    }
    throw error
  }
}
