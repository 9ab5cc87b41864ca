import { index, route, type RouteConfig } from '@react-router/dev/routes'
import { organisationRoutes } from '../modules/organisation/pages/routes.ts'
import { peopleRoutes } from '../modules/people/pages/routes.ts'
import { accountRoutes } from './account/routes.ts'
import { publicBudgetRoutes } from '../modules/budget/pages/public/routes.ts'
import { budgetRoutes } from '../modules/budget/pages/routes.ts'
import { interfaceRoutes } from './interface/routes.ts'
import { systemRoutes } from './system/routes.ts'

export default [
  index('routes/start.tsx'),
  route('preferences', 'routes/preferences.ts'),
  ...accountRoutes,
  ...organisationRoutes,
  ...peopleRoutes,
  ...budgetRoutes,
  ...publicBudgetRoutes,
  ...systemRoutes,
  ...interfaceRoutes,
  route('design', 'routes/design.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
