import { route, type RouteConfigEntry } from '@react-router/dev/routes'

/** The pages about the organisation and who has access; paths are from the web application's folder. */
export const organisationRoutes: RouteConfigEntry[] = [
  route('system/access', '../modules/organisation/pages/access.tsx'),
  route('organisation', '../modules/organisation/pages/units/organisation-page.tsx'),
  route('organisation/kinds', '../modules/organisation/pages/kinds/kinds-page.tsx'),
  route('organisation/priorities', '../modules/organisation/pages/priorities/priorities-page.tsx'),
  route('organisation/priorities/tags', '../modules/organisation/pages/priorities/tag-route.ts'),
  route('organisation/priorities/:list', '../modules/organisation/pages/priorities/list-page.tsx'),
  route(
    'organisation/priorities/:list/coverage',
    '../modules/organisation/pages/priorities/coverage-page.tsx',
  ),
  route(
    'organisation/priorities/:list/coverage.csv',
    '../modules/organisation/pages/priorities/coverage-file.ts',
  ),
  route(
    'organisation/priorities/:list/items/:priority',
    '../modules/organisation/pages/priorities/priority-page.tsx',
  ),
  route('organisation/venues', '../modules/organisation/pages/venues/venues-page.tsx'),
  route('organisation/venues/new', '../modules/organisation/pages/venues/new-venue-page.tsx'),
  route('organisation/venues/:venue', '../modules/organisation/pages/venues/venue-page.tsx'),
  route('organisation/anchoring', '../modules/organisation/pages/anchoring/anchoring-page.tsx'),
  route(
    'organisation/anchoring/:consultation',
    '../modules/organisation/pages/anchoring/consultation-page.tsx',
  ),
  route('organisation/documents', '../modules/organisation/pages/governing-documents/documents-page.tsx'),
  route(
    'organisation/documents/:document',
    '../modules/organisation/pages/governing-documents/document-page.tsx',
  ),
  route('organisation/affiliates', '../modules/organisation/pages/affiliates/affiliates-page.tsx'),
  route('organisation/units/:unit', '../modules/organisation/pages/units/unit-page.tsx'),
]
