import { z } from 'zod'
import { today } from '#platform/dates.ts'
import { writeOperation } from '#platform/operations/operation.ts'
import { Problem } from '#platform/operations/problem.ts'
import { defaultBodyKinds, defaultRoleKinds } from '../../rules/bodies/kinds.ts'
import { lockBodies } from '../../store/bodies/read-bodies.ts'
import { writeKinds } from '../../store/kinds.ts'
import { bodyKindShape, roleKindShape } from './body-shapes.ts'

const once = (kinds: readonly { key: string }[]) =>
  new Set(kinds.map((kind) => kind.key)).size === kinds.length

/** Says which kinds of bodies the organisation has and what roles there are in them, in its own words and order. */
export const setBodyKinds = writeOperation({
  name: 'set-body-kinds',
  summary:
    'Say which kinds of bodies and which roles there are and what they are called; what is in use stays.',
  route: 'PUT /body-kinds',
  policy: { allow: 'roles', roles: ['owner'], heldIn: 'topUnit' },
  input: z.object({
    bodyKinds: z.array(bodyKindShape).min(1).max(50).refine(once, 'unitKind.twice'),
    roleKinds: z.array(roleKindShape).min(1).max(50).refine(once, 'unitKind.twice'),
  }),
  output: z.object({ count: z.number().int() }),
  example: () => ({ bodyKinds: [...defaultBodyKinds], roleKinds: [...defaultRoleKinds] }),
  audit: (_, output) => ({ kind: 'bodyKind', id: null, detail: { count: output.count } }),
  async run({ db, organisationId, now }, { bodyKinds, roleKinds }) {
    const { facts, seats } = await lockBodies(db)
    requireKept(
      bodyKinds,
      facts.map((fact) => fact.kind),
    )
    requireKept(
      roleKinds,
      seats.map((seat) => seat.roleKind),
    )
    const writing = { db, organisationId, now }
    const bodies = bodyKinds.map((kind) => ({ ...kind, marked: false }))
    const roles = roleKinds.map(({ substitute, ...kind }) => ({ ...kind, marked: substitute }))
    await writeKinds(writing, 'body', bodies, today(now))
    await writeKinds(writing, 'role', roles, today(now))
    return { count: bodyKinds.length + roleKinds.length }
  },
})

/** What a body is or was, and what somebody has held, keeps its word. */
function requireKept(kinds: readonly { key: string }[], used: readonly string[]): void {
  const kept = new Set(kinds.map((kind) => kind.key))
  const missing = used.find((key) => !kept.has(key))
  if (missing === undefined) return
  throw new Problem('notPossibleNow', { detail: 'bodyKind.inUse', params: { kind: missing } })
}
