import type { OperationContext } from '#platform/operations/context.ts'
import { found, Problem } from '#platform/operations/problem.ts'
import { readElections, type Election } from './read-elections.ts'

/**
 * An election that the caller may change.
 * @throws {Problem} notFound when there is none, it was taken back, or its body is no unit's of the caller's
 */
export async function ownElection(
  { db, scope }: Pick<OperationContext, 'db' | 'scope'>,
  electionId: string,
): Promise<Election> {
  const election = found((await readElections(db, { id: electionId }))[0])
  if (scope !== 'organisation' && !scope.includes(election.unitId)) throw new Problem('notFound')
  return election
}

/** The same, locked until the change is written: of two who save a result, one waits for the other. */
export async function electionForChange(
  context: Pick<OperationContext, 'db' | 'scope'>,
  electionId: string,
): Promise<Election> {
  const election = await ownElection(context, electionId)
  await context.db
    .selectFrom('people.election')
    .select('id')
    .where('id', '=', electionId)
    .forUpdate()
    .execute()
  return election
}
