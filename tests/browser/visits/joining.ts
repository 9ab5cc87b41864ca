import type { Visits } from './visit.ts'

export const joiningVisits: Visits = {
  '/join/:organisation/:page': [
    'nobody',
    '/join/exempeldistriktet/bli-medlem',
    '/join/exempeldistriktet/bli-medlem?sent',
    '/join/exempeldistriktet/ga-med-i-bokcirkeln',
    '/join/exempeldistriktet/finns-inte',
  ],
  '/join/:organisation/:page/confirm': [
    'nobody',
    '/join/exempeldistriktet/bli-medlem/confirm?token=x',
    '/join/exempeldistriktet/bli-medlem/confirm?done=confirmed',
  ],
  '/people/joining': ['organiser', '/people/joining'],
  '/people/joining/new': ['organiser', '/people/joining/new'],
  '/people/joining/postal-codes': ['registrar', '/people/joining/postal-codes'],
  '/people/joining/:page': [
    'organiser',
    { on: '/people/joining', link: /\/people\/joining\/[0-9a-f]{8}-[^/]+$/ },
  ],
  '/people/applications': ['registrar', '/people/applications', '/people/applications?state=approved'],
  '/people/welcome': ['organiser', '/people/welcome', '/people/welcome?whose=mine'],
  '/people/welcome/:task': [
    'organiser',
    { on: '/people/welcome?whose=all', link: /\/people\/welcome\/[^/?]+$/ },
  ],
  '/people/recruitment': ['organiser', '/people/recruitment', '/people/recruitment?by=month'],
  '/people/journey': ['organiser', '/people/journey', '/people/journey?by=year&from=2020-01-01'],
  '/people/recruiting': ['member', '/people/recruiting'],
}
