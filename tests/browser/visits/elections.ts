import type { Visits } from './visit.ts'

const anElection = /\/elections\/[^/?]+$/

export const electionsVisits: Visits = {
  '/organisation/elections': ['secretary', '/organisation/elections'],
  '/organisation/elections/:election': [
    'secretary',
    { on: '/organisation/elections', link: anElection },
    { on: '/organisation/elections', link: anElection, onTo: '?on=2023-01-01' },
  ],
  '/organisation/elections/:election/results': [
    'secretary',
    { on: '/organisation/elections', link: anElection, onTo: '/results' },
  ],
  '/organisation/agreements': [
    'member',
    '/organisation/agreements',
    '/organisation/agreements?on=2020-01-01',
  ],
  '/organisation/remuneration/changes': ['registrar', '/organisation/remuneration/changes'],
}
