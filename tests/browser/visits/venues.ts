import type { Visits } from './visit.ts'

export const venuesVisits: Visits = {
  '/organisation/venues': [
    'member',
    '/organisation/venues',
    '/organisation/venues?has=stepFree&has=hearingLoop&minCapacity=20',
    '/organisation/venues?words=ingenstans&on=2025-06-01',
  ],
  '/organisation/venues/new': ['organiser', '/organisation/venues/new'],
  '/organisation/venues/:venue': [
    'secretary',
    { on: '/organisation/venues?words=folkets', link: /\/venues\/[0-9a-f-]{36}$/ },
    { on: '/organisation/venues?words=logen&on=2025-06-01', link: /\/venues\/[0-9a-f-]{36}/ },
  ],
}
