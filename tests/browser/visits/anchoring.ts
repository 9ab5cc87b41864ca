import type { Visits } from './visit.ts'

export const anchoringVisits: Visits = {
  '/organisation/anchoring': [
    'secretary',
    '/organisation/anchoring',
    '/organisation/anchoring?on=2024-06-01',
  ],
  '/organisation/anchoring/:consultation': [
    'secretary',
    { on: '/organisation/anchoring', link: /\/anchoring\/[^/?]+$/ },
  ],
  '/organisation/documents': [
    'secretary',
    '/organisation/documents',
    '/organisation/documents?on=2024-02-15',
  ],
  '/organisation/documents/:document': [
    'secretary',
    { on: '/organisation/documents', link: /\/documents\/[^/?]+$/ },
  ],
  '/organisation/affiliates': ['owner', '/organisation/affiliates', '/organisation/affiliates?on=2024-02-15'],
}
