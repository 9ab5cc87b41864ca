import { route, type RouteConfigEntry } from '@react-router/dev/routes'

const page = (file: string) => `../modules/people/pages/voting/${file}`

export const votingRoutes: RouteConfigEntry[] = [
  route('people/voting', page('voting-page.tsx')),
  route('people/voting.csv', page('voters-file.ts')),
]
