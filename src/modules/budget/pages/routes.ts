import { index, prefix, route, type RouteConfigEntry } from '@react-router/dev/routes'

const page = (file: string) => `../modules/budget/pages/${file}`

/** The budget's pages; `/budget/:book` is the book's part of the address. */
export const budgetRoutes: RouteConfigEntry[] = prefix('budget', [
  index(page('book/books-page.tsx')),
  route('new', page('book/new-book-page.tsx')),
  route('tour', page('tour/start-tour-route.ts')),
  route(':book', page('book/book-layout.tsx'), [
    index(page('book/overview-page.tsx')),
    route('import', page('import/import-page.tsx')),
    route('import/:fileIds', page('import/preview-page.tsx')),
    route('import/:fileIds/reading', page('import/reading-page.tsx')),
    route('figures/:version?', page('figures/figures-page.tsx')),
    route('figures/:version/:table', page('figures/table-page.tsx')),
    route('figures/:version/:table/rows/:row', page('figures/row-page.tsx')),
    route('check/:version?', page('check/check-page.tsx')),
    route('workbench/:version?', page('workbench/workbench-page.tsx')),
    route('workbench/:version/new', page('workbench/new-adjustment-page.tsx')),
    route('workbench/:version/tax', page('workbench/years-page.tsx')),
    route('adjustments/:adjustment', page('workbench/adjustment-page.tsx')),
    route('document/:version?', page('document/document-page.tsx')),
    route('document/:version/chapters/:chapter', page('document/chapter-page.tsx')),
    route('document/:version/references', page('document/references-page.tsx')),
    route('document/:version/assignments', page('document/assignments-page.tsx')),
    route('document/:version/assignments/:assignment', page('document/assignment-page.tsx')),
    route('sign-off/:version?', page('sign-off/sign-off-page.tsx')),
    route('publish/:version?', page('publish/publish-page.tsx')),
    route('compare', page('compare/compare-page.tsx')),
    route('sensitivity/:version?', page('compare/sensitivity-page.tsx')),
    route('versions', page('versions/versions-page.tsx')),
    route('versions/:version/adopt', page('versions/adopt-page.tsx')),
  ]),
  route(':book/document/:version/file/:format', page('document/file-route.ts')),
  route(':book/tour', page('tour/tour-route.ts')),
  route(':book/workbench/:version/changes', page('workbench/changes-route.ts')),
  route(':book/workbench/:version/data', page('workbench/data-route.ts')),
  route(':book/workbench/:version/figure', page('workbench/figure-route.ts')),
])
