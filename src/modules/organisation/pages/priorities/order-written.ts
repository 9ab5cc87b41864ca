/**
 * The order that the places written in a form come to: `place-<id>`, the smallest first. Of two with the same place, one
 * that was moved up goes before the other and one that was moved down after it, as somebody who writes 1 over a 3 means.
 */
export function orderWritten(form: FormData): string[] {
  const rows = [...form]
    .filter(([name]) => name.startsWith('place-'))
    .map(([name, value], index) => {
      const written = Number(value)
      const place = value === '' || Number.isNaN(written) ? index + 1 : written
      return { id: name.slice('place-'.length), place, stood: index + 1 }
    })
  return rows
    .toSorted((one, other) => one.place - other.place || moved(one) - moved(other) || one.stood - other.stood)
    .map((row) => row.id)
}

/** −1 for one that was moved up, 1 for one moved down, 0 for one that stays. */
function moved({ place, stood }: { place: number; stood: number }): number {
  return Math.sign(place - stood)
}
