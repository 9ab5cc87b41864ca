import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { readBodies } from '#modules/organisation/index.ts'
import type { DelegateRule } from '../../rules/growth/delegates.ts'

/** A rule for how many delegates each unit sends, from a day to a day. */
export type KeptDelegateRule = DelegateRule & {
  id: string
  unitKind: string
  decision: string
  validFrom: string
  validTo: string | null
}

/** A body, everything known of bodies and their seats, and the rules for its delegates, the earliest first. */
export async function bodyWithRules({ db, scope }: Pick<OperationContext, 'db' | 'scope'>, bodyId: string) {
  const records = await readBodies(db)
  const body = found(records.bodies.find(({ id }) => id === bodyId))
  if (scope !== 'organisation' && !scope.includes(body.unitId)) throw new Problem('notFound')
  const rows = await db
    .selectFrom('people.delegate_rule')
    .select([
      'id',
      'method',
      'members_per_seat as membersPerSeat',
      'total_seats as totalSeats',
      'least',
      'unit_kind as unitKind',
      'decision',
      'valid_from as validFrom',
      'valid_to as validTo',
    ])
    .where('body_id', '=', bodyId)
    .where('replaced_at', 'is', null)
    .orderBy('valid_from')
    .execute()
  return { records, body, rules: rows.map(asRule) }
}

function asRule<Row extends { method: string; membersPerSeat: number | null; totalSeats: number | null }>(
  row: Row,
): Omit<Row, 'method' | 'membersPerSeat' | 'totalSeats'> & WithoutLeast {
  const { method, membersPerSeat, totalSeats, ...rest } = row
  if (method === 'perStarted') return { ...rest, method, membersPerSeat: membersPerSeat ?? 1 }
  return {
    ...rest,
    method: method === 'oddNumber' ? 'oddNumber' : 'largestRemainder',
    totalSeats: totalSeats ?? 1,
  }
}

type WithoutLeast = DelegateRule extends infer Each
  ? Each extends unknown
    ? Omit<Each, 'least'>
    : never
  : never
