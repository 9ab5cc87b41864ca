import { sql } from 'kysely'
import type { OperationContext } from '#platform/operations/context.ts'
import { membershipKinds, standings, type MembershipKind } from '../../rules/membership.ts'
import { fullName } from '../../rules/names.ts'
import {
  votingVerdict,
  type ReasonNotToVote,
  type VotingMembership,
  type VotingRule,
} from '../../rules/voting/voting-rights.ts'
import { oneOf } from '../persons/one-of.ts'

export type Voter = { personId: string; name: string; unit: string; kind: MembershipKind; since: string }
export type NotVoting = { personId: string; name: string; reason: ReasonNotToVote; from: string | null }

type Row = {
  personId: string
  /** Null for somebody whose record the caller does not reach any longer, or who has been erased. */
  givenName: string | null
  familyName: string | null
  unit: string
  kind: string
  status: string
  from: string
  to: string | null
  paidUntil: string | null
}

/**
 * Who may vote in a unit on a day, from the rows of their memberships: by name as far as the caller may know it, and counted
 * whether or not.
 */
export async function readVoters(
  context: Pick<OperationContext, 'db' | 'organisationId' | 'scope'>,
  { unitId, rule, day }: { unitId: string; rule: VotingRule; day: string },
): Promise<{ voters: Voter[]; notVoting: NotVoting[]; unnamed: number; protectedVoters: number }> {
  const units = await unitsThatVote(context, { unitId, rule, day })
  const voters: Voter[] = []
  const notVoting: NotVoting[] = []
  let unnamed = 0
  for (const rows of Map.groupBy(await readRows(context, units, day), (row) => row.personId).values()) {
    const verdict = votingVerdict(rule, rows.map(membershipOf), day)
    const [{ personId, givenName, familyName, unit }] = rows as [Row]
    if (!verdict) continue
    if (givenName === null) {
      if (verdict.votes) unnamed += 1
      continue
    }
    const name = fullName({ givenName, familyName: familyName ?? '' })
    if (verdict.votes) voters.push({ personId, name, unit, kind: verdict.kind, since: verdict.since })
    else notVoting.push({ personId, name, reason: verdict.reason, from: verdict.from })
  }
  return { voters, notVoting, unnamed, protectedVoters: await countProtected(context, units, rule, day) }
}

/** The unit, and those below it where their members vote too, as far as the caller is trusted with them. */
async function unitsThatVote(
  { db, scope }: Pick<OperationContext, 'db' | 'scope'>,
  { unitId, rule, day }: { unitId: string; rule: VotingRule; day: string },
): Promise<string[]> {
  if (!rule.below) return [unitId]
  const { rows } = await sql<{ id: string }>`
    select unit_id as id from people.units_below_on(${unitId}, ${day}::date)`.execute(db)
  return rows.map(({ id }) => id).filter((id) => scope === 'organisation' || scope.includes(id))
}

/** Every membership there, up to the day, of those who are members on it; in the order of their names. */
async function readRows(
  { db, organisationId }: Pick<OperationContext, 'db' | 'organisationId'>,
  units: readonly string[],
  day: string,
): Promise<Row[]> {
  const there = sql`membership.organisation_id = ${organisationId} and membership.unit_id = any (${units}::uuid[])
    and membership.replaced_at is null and membership.valid_from <= ${day}::date
    and membership.status in ('active', 'lapsed')`
  const { rows } = await sql<Row>`
    select membership.person_id as "personId", person.given_name as "givenName", person.family_name as "familyName",
      unit.name as unit, membership.kind, membership.status, membership.valid_from as "from",
      membership.valid_to as "to", membership.paid_until as "paidUntil"
    from people.membership membership
    join organisation.unit unit on unit.organisation_id = membership.organisation_id and unit.id = membership.unit_id
    left join people.person person
      on person.organisation_id = membership.organisation_id and person.id = membership.person_id
      and person.merged_into is null and person.erased_at is null
    where ${there} and membership.person_id in (
      select membership.person_id from people.membership membership
      where ${there} and (membership.valid_to is null or membership.valid_to >= ${day}::date))
    order by person.family_order, person.given_order, membership.person_id, membership.valid_from desc`.execute(
    db,
  )
  return rows
}

function membershipOf({ kind, status, from, to, paidUntil }: Omit<Row, 'personId'>): VotingMembership {
  return { kind: oneOf(membershipKinds, kind), status: oneOf(standings, status), from, to, paidUntil }
}

/** How many of those whose identity is protected vote: they are counted, and named nowhere. */
async function countProtected(
  { db }: Pick<OperationContext, 'db'>,
  units: readonly string[],
  rule: VotingRule,
  day: string,
): Promise<number> {
  const { rows } = await sql<Omit<Row, 'personId'> & { person: number }>`
    select person, kind, status, valid_from as "from", valid_to as "to", paid_until as "paidUntil"
    from people.protected_memberships(${units}::uuid[], ${day}::date)`.execute(db)
  const verdicts = [...Map.groupBy(rows, ({ person }) => person).values()].map((all) =>
    votingVerdict(rule, all.map(membershipOf), day),
  )
  return verdicts.filter((verdict) => verdict?.votes).length
}
