import type { Visits } from './visit.ts'

export const duplicatesVisits: Visits = {
  '/people/duplicates': ['registrar', '/people/duplicates', '/people/duplicates?decided=yes'],
  '/people/duplicates/:pair': [
    'registrar',
    { on: '/people/duplicates', link: /^\/people\/duplicates\/[^/?]+$/ },
  ],
}
