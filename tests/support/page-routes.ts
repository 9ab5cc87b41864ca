import type { RouteConfigEntry } from '@react-router/dev/routes'
import routes from '../../src/web/routes.ts'

/** The address pattern of every route that shows a page: what has no component and what only frames others is left out. */
export function pageRoutes(): string[] {
  const leaves = (entries: RouteConfigEntry[], under: string): string[] =>
    entries.flatMap((entry) => {
      const path = entry.path ? `${under}/${entry.path}` : under
      if (entry.children?.length) return leaves(entry.children, path)
      return entry.file.endsWith('.tsx') ? [path === '' ? '/' : path] : []
    })
  return leaves(routes, '')
}
