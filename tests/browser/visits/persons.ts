import type { Visits } from './visit.ts'

const person = /^\/people\/[0-9a-f]{8}-[0-9a-f-]+$/
const unit = /\/people\/moves\//

export const personsVisits: Visits = {
  '/people': ['registrar', '/people', '/people?words=an&standing=active', '/people?words=qqqq'],
  '/people/new': ['registrar', '/people/new'],
  '/people/protected': ['registrar', '/people/protected'],
  // Nobody in the demo needs it: what is shown is that there is no such person.
  '/people/protected/:person': ['registrar', '/people/protected/01900000-0000-7000-8000-000000000000'],
  '/people/settings': ['registrar', '/people/settings'],
  '/people/members': ['board', '/people/members', '/people/members?on=2025-06-30'],
  '/people/moves/:unit': ['registrar', { on: '/people/members', link: unit }],
  '/people/:person': ['organiser', { on: '/people', link: person }],
  '/people/:person/edit': ['registrar', { on: '/people', link: person, onTo: '/edit' }],
}
