import { index, prefix, route, type RouteConfigEntry } from '@react-router/dev/routes'

/** The pages for those who look after the system. */
export const systemRoutes: RouteConfigEntry[] = prefix('system', [
  index('system/system-page.tsx'),
  route('audit', 'system/audit/audit-page.tsx'),
  route('audit/own', 'system/audit/own-page.tsx'),
  route('audit/export', 'system/audit/export.ts'),
  route('outbox', 'system/outbox/outbox-page.tsx'),
  route('outbox/:message', 'system/outbox/message-page.tsx'),
  route('status', 'system/status/status-page.tsx'),
])
