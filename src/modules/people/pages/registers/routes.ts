import { route, type RouteConfigEntry } from '@react-router/dev/routes'

const page = (file: string) => `../modules/people/pages/registers/${file}`

/** The organisation's registers as files: out, in, and everything at once. */
export const registersRoutes: RouteConfigEntry[] = [
  route('organisation/registers', page('registers-page.tsx')),
  route('organisation/registers/units', page('unit-import-page.tsx')),
  route('organisation/registers/mandates', page('mandate-import-page.tsx')),
  route('organisation/registers/file/:register/:format', page('register-file.ts')),
  route('system/everything', page('everything-page.tsx')),
  route('system/everything/file', page('everything-file.ts')),
]
