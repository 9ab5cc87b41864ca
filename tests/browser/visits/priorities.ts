import type { Visits } from './visit.ts'

const list = /\/priorities\/[0-9a-f-]{36}$/
const item = /\/items\/[0-9a-f-]{36}$/

export const prioritiesVisits: Visits = {
  '/organisation/priorities': [
    'secretary',
    '/organisation/priorities',
    '/organisation/priorities?past=yes',
    '/organisation/priorities?on=2020-01-01',
  ],
  '/organisation/priorities/:list': ['board', { on: '/organisation/priorities', link: list }],
  '/organisation/priorities/:list/items/:priority': [
    'secretary',
    { on: '/organisation/priorities', link: item },
    { on: '/organisation/priorities', link: item, onTo: '?words=trafik' },
  ],
  '/organisation/priorities/:list/coverage': [
    'board',
    { on: '/organisation/priorities', link: list, onTo: '/coverage' },
  ],
}
