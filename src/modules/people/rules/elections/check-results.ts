import { Decimal } from 'decimal.js'
import {
  firstDivisorOn,
  mayHaveSeats,
  reachesThreshold,
  thresholdOf,
  type ElectedBody,
} from './election-law.ts'
import { oddNumberSeats } from './odd-number.ts'
import { decimalsOf } from './read-printed.ts'
import type { ResultRow } from './read-results.ts'

/** Something worth a look: a message key with its parameters. What is printed stays as it is. */
export type ElectionFinding = { key: string; params: Record<string, string | number> }

export type CheckedElection = {
  findings: ElectionFinding[]
  /** Seats by the votes, by party name; null where the method does not apply or votes are missing. */
  computedSeats: Map<string, number> | null
  /** What a party needs, in per cent; null where the law says nothing. */
  threshold: number | null
  /** Valid votes: the sum of the parties and others; null when one of them is not printed. */
  validVotes: number | null
}

/**
 * Checks a result against its own printed sums, each share against the votes, and the seats against those that the votes give
 * when the whole area is one constituency, which levelling seats bring about as nearly as they can. Differences are told, never
 * repaired.
 * @param seats how many the body has
 */
export function checkResults(
  rows: readonly ResultRow[],
  election: ElectedBody & { day: string; seats: number },
): CheckedElection {
  const counted = rows.filter(({ kind }) => kind === 'party' || kind === 'others')
  const parties = rows.filter(({ kind }) => kind === 'party')
  const validVotes = sumOf(counted.map(({ votes }) => votes.value))
  const findings = [
    ...sumFindings(rows, counted, validVotes, election.seats),
    ...shareFindings(counted, validVotes),
  ]
  if (!mayHaveSeats(election.level, election.seats)) {
    findings.push({ key: 'finding.evenSeats', params: { seats: election.seats } })
  }
  const threshold = thresholdOf(election, election.day)
  const computed =
    threshold === null || validVotes === null || validVotes === 0
      ? null
      : oddNumberSeats(
          parties
            .filter(({ votes }) => reachesThreshold(votes.value!, validVotes, threshold))
            .map(({ name, votes }) => ({ id: name, votes: votes.value! })),
          election.seats,
          firstDivisorOn(election.day),
        )
  const computedSeats = computed && new Map(parties.map(({ name }) => [name, computed.seats.get(name) ?? 0]))
  if (threshold !== null && computed === null) findings.push({ key: 'finding.votesMissing', params: {} })
  if (computed?.lots) {
    findings.push({
      key: 'finding.lots',
      params: { parties: computed.lots.among.join(', '), seats: computed.lots.seats },
    })
  }
  for (const { name, seats } of parties) {
    const own = computedSeats?.get(name)
    if (own === undefined || seats.value === null || seats.value === own) continue
    findings.push({
      key: 'finding.seatsDiffer',
      params: { party: name, printed: seats.value, computed: own },
    })
  }
  return { findings, computedSeats, threshold, validVotes }
}

/** The sum of all, or null when one is missing: a gap is not 0. */
function sumOf(values: readonly (number | null)[]): number | null {
  let sum = 0
  for (const value of values) {
    if (value === null) return null
    sum += value
  }
  return sum
}

function sumFindings(
  rows: readonly ResultRow[],
  counted: readonly ResultRow[],
  validVotes: number | null,
  bodySeats: number,
): ElectionFinding[] {
  const findings: ElectionFinding[] = []
  const invalid = sumOf(rows.filter(({ kind }) => kind === 'invalid').map(({ votes }) => votes.value)) ?? 0
  const seats = sumOf(counted.filter(({ kind }) => kind === 'party').map((row) => row.seats.value ?? 0))!
  const anySeats = counted.some((row) => row.seats.value !== null)
  const shares = counted.flatMap(({ percent }) => (percent.value === null ? [] : [percent]))
  const percent = shares.reduce((sum, { value }) => sum.plus(value!), new Decimal(0))
  const totals = rows.filter(({ kind }) => kind === 'total')
  for (const total of totals) {
    const votes = total.votes.value
    // Some print the sum of all ballots, some that of the valid ones.
    if (votes !== null && validVotes !== null && votes !== validVotes && votes !== validVotes + invalid) {
      findings.push({
        key: 'finding.votesSum',
        params: { printed: votes, computed: validVotes, difference: votes - validVotes },
      })
    }
    if (total.seats.value !== null && anySeats && total.seats.value !== seats) {
      findings.push({ key: 'finding.seatsSum', params: { printed: total.seats.value, computed: seats } })
    }
  }
  if (anySeats && seats !== bodySeats) {
    findings.push({ key: 'finding.bodySeats', params: { body: bodySeats, computed: seats } })
  }
  // The shares were rounded one by one: together they may be off by half a unit each, and the printed sum by half of one more.
  const printedSum = totals.find((total) => total.percent.value !== null)?.percent
  const expected = new Decimal(printedSum?.value ?? 100)
  const step = new Decimal(10).pow(-Math.min(...shares.map(({ printed }) => decimalsOf(printed)), 4))
  const allowed = step.times(shares.length + 1).dividedBy(2)
  const whole = shares.length === counted.length && counted.length > 0
  if (whole && percent.minus(expected).abs().greaterThan(allowed)) {
    findings.push({
      key: 'finding.percentSum',
      params: { printed: expected.toString(), computed: percent.toString() },
    })
  }
  return findings
}

function shareFindings(counted: readonly ResultRow[], validVotes: number | null): ElectionFinding[] {
  if (validVotes === null || validVotes === 0) return []
  return counted.flatMap(({ name, votes, percent }) => {
    if (votes.value === null || percent.value === null) return []
    const decimals = decimalsOf(percent.printed)
    const share = new Decimal(votes.value).times(100).dividedBy(validVotes)
    const half = new Decimal(10).pow(-decimals).dividedBy(2)
    if (share.minus(percent.value).abs().lessThanOrEqualTo(half)) return []
    return [
      {
        key: 'finding.percentOfVotes',
        params: { party: name, printed: percent.value, computed: share.toFixed(Math.max(decimals, 2)) },
      },
    ]
  })
}
