/**
 * How many letters must be put in, taken away, changed or swapped with their neighbour to make one word of another
 * (Damerau and Levenshtein, each pair of letters swapped at most once). The same both ways.
 */
export function editDistance(one: string, other: string): number {
  const [left, right] = [[...one], [...other]]
  let beforeLast: number[] = []
  let last = Array.from({ length: right.length + 1 }, (_, column) => column)
  for (let row = 1; row <= left.length; row++) {
    const current = [row]
    for (let column = 1; column <= right.length; column++) {
      const cost = left[row - 1] === right[column - 1] ? 0 : 1
      let fewest = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + cost)
      const isSwapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (isSwapped) fewest = Math.min(fewest, beforeLast[column - 2]! + 1)
      current.push(fewest)
    }
    ;[beforeLast, last] = [last, current]
  }
  return last[right.length]!
}
