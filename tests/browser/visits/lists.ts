import type { Visits } from './visit.ts'

export const listsVisits: Visits = {
  '/people/lists': ['organiser', '/people/lists', '/people/lists?archived'],
  '/people/lists/new': ['organiser', '/people/lists/new'],
  '/people/lists/:list': ['organiser', { on: '/people/lists', link: /\/people\/lists\/[0-9a-f-]{36}$/ }],
  '/people/lists/:list/edit': [
    'organiser',
    { on: '/people/lists', link: /\/people\/lists\/[0-9a-f-]{36}\/edit$/ },
  ],
}
