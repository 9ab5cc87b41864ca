/** Postal codes of a unit, from one to another, both included, as five digits. */
export type PostalCodeRange = { unitId: string; first: string; last: string }

/**
 * The unit that a postal code belongs to: of the ranges it lies in, the narrowest holds, so that a village may be taken out of
 * a town's. Null when it lies in none.
 * @param code `123 45` or `12345`
 */
export function unitOfPostalCode(code: string, ranges: readonly PostalCodeRange[]): string | null {
  const digits = code.replaceAll(/\D/g, '')
  let narrowest: PostalCodeRange | null = null
  for (const range of ranges) {
    if (digits.length !== 5 || digits < range.first || digits > range.last) continue
    if (!narrowest || widthOf(range) < widthOf(narrowest)) narrowest = range
  }
  return narrowest?.unitId ?? null
}

function widthOf({ first, last }: PostalCodeRange): number {
  return Number(last) - Number(first)
}

export type RangesRead =
  | { ranges: { first: string; last: string }[]; wrong: null }
  /** The line that is none, as it was written. */
  | { ranges: null; wrong: string }

/** Ranges as people write them, one a line or with commas between: `123 45`, `123 45 - 123 99`, `12345–12399`. */
export function readPostalCodeRanges(text: string): RangesRead {
  const ranges: { first: string; last: string }[] = []
  for (const line of text.split(/[\n,;]/)) {
    if (line.trim() === '') continue
    const found = /^\s*([1-9]\d{2})\s?(\d{2})(?:\s*[-\u2013\u2212]\s*([1-9]\d{2})\s?(\d{2}))?\s*$/.exec(line)
    const first = `${found?.[1] ?? ''}${found?.[2] ?? ''}`
    const last = found?.[3] ? `${found[3]}${found[4] ?? ''}` : first
    if (!found || last < first) return { ranges: null, wrong: line.trim() }
    ranges.push({ first, last })
  }
  return { ranges, wrong: null }
}

/** A range as it is written: `123 45–123 99`. */
export function writtenRange({ first, last }: { first: string; last: string }): string {
  return first === last ? spaced(first) : `${spaced(first)}–${spaced(last)}`
}

function spaced(code: string): string {
  return `${code.slice(0, 3)} ${code.slice(3)}`
}
