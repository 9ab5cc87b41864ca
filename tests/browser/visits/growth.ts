import type { Visits } from './visit.ts'

const aUnit = /\/units\/[^/?]+$/
const aBody = /\/bodies\/[^/?]+$/

export const growthVisits: Visits = {
  '/organisation/units/:unit/growth': [
    'secretary',
    { on: '/organisation', link: aUnit, onTo: '/growth' },
    { on: '/organisation', link: aUnit, onTo: '/growth?by=month' },
    { on: '/organisation?words=exempelby', link: aUnit, onTo: '/growth' },
  ],
  '/organisation/units/:unit/areas': ['board', { on: '/organisation', link: aUnit, onTo: '/areas' }],
  '/organisation/bodies/:body/delegates': [
    'owner',
    { on: '/organisation/bodies', link: aBody, onTo: '/delegates' },
    {
      on: '/organisation/bodies',
      link: aBody,
      onTo: '/delegates?method=perStarted&number=25&least=1&method2=oddNumber&number2=41&least2=2&on2=2025-01-01',
    },
  ],
}
