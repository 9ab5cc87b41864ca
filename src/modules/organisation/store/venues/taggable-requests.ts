import { organisationTexts } from '../../messages/organisation.ts'
import { stateOn } from '../../rules/venues/request-steps.ts'
import type { Taggable } from '../priorities/taggable-registry.ts'
import { insideRoles } from '../../inside-roles.ts'
import { readRequests, readVenues } from './read-venues.ts'

/** What is asked for in premises can carry a priority: a ramp, a corner for children. */
export const taggableRequests: Taggable = {
  kind: 'organisation.venueRequest',
  readers: insideRoles,
  texts: organisationTexts,
  async find({ db, units, ids, words = '', during }) {
    const wanted = words.toLocaleLowerCase('sv').split(/\s+/)
    const names = new Map((await readVenues(db)).records.map((record) => [record.venueId, record.name]))
    return (await readRequests(db)).flatMap((request) => {
      const group = names.get(request.venueId) ?? ''
      const said = `${request.what} ${group}`.toLocaleLowerCase('sv')
      if (units !== 'organisation' && !units.includes(request.unitId)) return []
      if (ids && !ids.includes(request.id)) return []
      if (!wanted.every((word) => said.includes(word))) return []
      if (during && !waitedIn(request, during)) return []
      return [
        {
          kind: 'organisation.venueRequest',
          id: request.id,
          unitId: request.unitId,
          title: request.what,
          group,
          address: `/organisation/venues/${request.venueId}#requests`,
          amounts: null,
        },
      ]
    })
  },
}

/** Was something still to be done about it on any of these days? What was settled before is of another time. */
function waitedIn(
  { askedOn, steps }: { askedOn: string; steps: Parameters<typeof stateOn>[0] },
  { from, to }: { from: string; to: string | null },
): boolean {
  if (to !== null && askedOn > to) return false
  const settled = steps.findLast((step) => step.state === 'done' || step.state === 'refused')
  const last = steps.at(-1)
  return !settled || settled !== last || settled.day >= from
}
