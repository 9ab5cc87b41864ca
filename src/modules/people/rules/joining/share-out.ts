/** Somebody who may be given tasks, and how many wait for them already. */
export type Sharer = { userId: string; waiting: number }

/**
 * Shares tasks out so that everybody gets as many as the others, or one less; the odd ones go to those who have the fewest to
 * begin with. Nobody is given what they cannot reach, even where that makes the shares uneven.
 * @param tasks in the order they are given out: the most urgent first
 * @param sharers whom they are shared among, in an order that settles what is even
 * @param reaches may somebody see a task at all?
 * @returns by task who has it; what none of them reaches is left out
 */
export function shareOut<Task extends { id: string }>(
  tasks: readonly Task[],
  sharers: readonly Sharer[],
  reaches: (userId: string, task: Task) => boolean = () => true,
): Map<string, string> {
  const given = new Map<string, string>()
  const counts = new Map(sharers.map(({ userId }) => [userId, 0]))
  const inOrder = tasks
    .map((task) => ({ task, able: sharers.filter(({ userId }) => reaches(userId, task)) }))
    // What few can take is given first, or those few would be full of what others could have taken.
    .toSorted((one, other) => one.able.length - other.able.length)
  for (const { task, able } of inOrder) {
    const [next] = able.toSorted(
      (one, other) =>
        counts.get(one.userId)! - counts.get(other.userId)! ||
        one.waiting - other.waiting ||
        sharers.indexOf(one) - sharers.indexOf(other),
    )
    if (!next) continue
    given.set(task.id, next.userId)
    counts.set(next.userId, counts.get(next.userId)! + 1)
  }
  return given
}
