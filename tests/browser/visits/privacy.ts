import type { Visits } from './visit.ts'

export const privacyVisits: Visits = {
  '/me': ['member', '/me'],
  '/me/everything': ['member', '/me/everything'],
  '/me/readings': ['member', '/me/readings'],
  // Who has no link is told how to come by one.
  '/me/link': ['member', '/me/link'],
  '/people/erasures': ['registrar', '/people/erasures'],
  '/people/retention': ['registrar', '/people/retention', '/people/retention?preview=leftMembers'],
  '/people/processing': ['registrar', '/people/processing'],
  '/people/access-review': ['owner', '/people/access-review'],
  '/people/:person/privacy': [
    'registrar',
    { on: '/people', link: /^\/people\/[0-9a-f-]{36}$/, onTo: '/privacy' },
  ],
  '/people/opened': ['registrar', '/people/opened'],
  // Nobody has opened a record: the page says that it is not there.
  '/people/opened/:opened': ['registrar', '/people/opened/0192a3b4-0036-7000-8000-000000000006'],
}
