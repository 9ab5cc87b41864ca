import type { Visits } from './visit.ts'

export const registersVisits: Visits = {
  '/organisation/registers': ['owner', '/organisation/registers'],
  '/organisation/registers/units': [
    'owner',
    '/organisation/registers/units',
    '/organisation/registers/units?created=3&changed=0&skipped=1',
  ],
  '/organisation/registers/mandates': ['registrar', '/organisation/registers/mandates'],
  '/system/everything': ['owner', '/system/everything'],
}
