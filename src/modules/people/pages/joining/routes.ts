import { route, type RouteConfigEntry } from '@react-router/dev/routes'

const page = (file: string) => `../modules/people/pages/joining/${file}`

export const joiningRoutes: RouteConfigEntry[] = [
  route('join/:organisation/:page', page('public/join-page.tsx')),
  route('join/:organisation/:page/confirm', page('public/confirm-page.tsx')),
  route('people/joining', page('pages/join-pages-page.tsx')),
  route('people/joining/new', page('pages/new-join-page.tsx')),
  route('people/joining/postal-codes', page('pages/postal-codes-page.tsx')),
  route('people/joining/:page', page('pages/edit-join-page.tsx')),
  route('people/joining/:page/poster', page('pages/poster-route.ts')),
  route('people/applications', page('applications/applications-page.tsx')),
  route('people/welcome', page('welcome/welcome-page.tsx')),
  route('people/welcome/:task', page('welcome/welcome-task-page.tsx')),
  route('people/recruitment', page('recruitment/recruitment-page.tsx')),
  route('people/journey', page('journey/journey-page.tsx')),
  route('people/recruiting', page('recruitment/own-recruiting-page.tsx')),
]
