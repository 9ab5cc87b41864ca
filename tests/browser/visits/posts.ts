import type { Visits } from './visit.ts'

export const postsVisits: Visits = {
  '/organisation/kinds': ['owner', '/organisation/kinds', '/organisation/kinds?on=2024-06-01'],
  '/organisation/bodies': ['owner', '/organisation/bodies', '/organisation/bodies?on=2024-06-01'],
  '/organisation/bodies/:body': [
    'owner',
    { on: '/organisation/bodies', link: /\/bodies\/[^/]+$/ },
    { on: '/organisation/bodies?on=2024-06-01', link: /\/bodies\/[^/]+$/ },
  ],
  '/organisation/mandates': ['member', '/organisation/mandates', '/organisation/mandates?words=skol'],
  '/organisation/public-bodies/:publicBody': [
    'owner',
    { on: '/organisation/mandates', link: /\/public-bodies\/[^/]+$/ },
  ],
  '/organisation/health': ['organiser', '/organisation/health', '/organisation/health?on=2024-06-01'],
  '/organisation/siblings': ['elected', '/organisation/siblings'],
  '/organisation/remuneration': ['board', '/organisation/remuneration'],
  '/people/:person/posts': ['owner', { on: '/organisation/remuneration', link: /\/people\/[^/]+\/posts$/ }],
  '/public/:organisation/contacts': [
    'nobody',
    '/public/exempeldistriktet/contacts',
    '/public/exempeldistriktet/contacts?words=ingenstans',
  ],
}
