import { index, route, type RouteConfig } from '@react-router/dev/routes'

export default [
  index('routes/start.tsx'),
  route('preferences', 'routes/preferences.ts'),
  route('design', 'routes/design.tsx'),
  route('*', 'routes/not-found.tsx'),
] satisfies RouteConfig
