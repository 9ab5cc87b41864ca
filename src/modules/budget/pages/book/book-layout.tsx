import {
  Outlet,
  useLoaderData,
  useLocation,
  useRouteLoaderData,
  type LoaderFunctionArgs,
  type MetaFunction,
} from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { useTexts } from '#web/language.tsx'
import { shellTexts } from '#web/messages/shell.ts'
import { PageHead, Tabs } from '#web/ui/index.ts'
import { getBook } from '../../operations/get-book.ts'
import { setAmounts } from '../../operations/set-amounts.ts'
import { TourBar } from '../tour/tour-bar.tsx'
import { tourState } from '../tour/tour-state.ts'
import { frameTexts } from './frame-texts.ts'

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const book = await orProblemPage(visit.call(getBook, { book: params['book'] ?? '' }))
  return { book, mayWrite: visit.may(setAmounts), tour: tourState(request.headers), language: visit.language }
}

export type BookLayoutData = Awaited<ReturnType<typeof loader>>

/** The book that the page is in, for the pages inside the layout. */
export function useBook(): BookLayoutData {
  const data = useRouteLoaderData<typeof loader>('../modules/budget/pages/book/book-layout')
  if (!data) throw new Error('This page stands outside a budget book.')
  return data
}

/** The version an address names, by its part of the address; our own when it names none. */
export function chosenVersion(book: BookLayoutData['book'], slug: string | undefined) {
  const { versions } = book
  return (
    versions.find((version) => version.slug === slug) ??
    versions.find((version) => version.kind === 'own') ??
    versions[0]
  )
}

/** Pages that belong to a part although their address is another. */
const alsoUnder: Record<string, string[]> = {
  figures: ['import'],
  workbench: ['adjustments'],
  compare: ['sensitivity', 'versions'],
  document: ['sign-off'],
}

const parts = ['figures', 'check', 'workbench', 'compare', 'document', 'publish'] as const

/** The part of the book that an address belongs to; null for the overview. */
function partOf(pathname: string, root: string): (typeof parts)[number] | null {
  const under = (name: string) => pathname.startsWith(`${root}/${name}`)
  return parts.find((part) => under(part) || (alsoUnder[part] ?? []).some(under)) ?? null
}

export const meta: MetaFunction<typeof loader> = ({ loaderData, location }) => {
  if (!loaderData) return [{ title: 'Kansli' }]
  const { book, language } = loaderData
  const part = partOf(location.pathname, `/budget/${book.slug}`)
  return [{ title: part ? `${frameTexts.in(language)(`tab.${part}`)} · ${book.title}` : book.title }]
}

/** The frame around everything in one budget book: what it is called and its parts. */
export default function BookLayout() {
  const { book, tour } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  const t = useTexts(frameTexts)
  const shell = useTexts(shellTexts)
  const root = `/budget/${book.slug}`
  const current = partOf(pathname, root)
  return (
    <>
      <PageHead
        crumbs={[{ href: '/budget', label: t('books.title') }]}
        crumbsLabel={shell('breadcrumbs')}
        title={book.title}
      />
      <Tabs
        label={t('tabs')}
        tabs={[
          { href: root, label: t('tab.overview'), current: pathname === root },
          ...parts.map((part) => ({
            href: `${root}/${part}`,
            label: t(`tab.${part}`),
            current: part === current,
          })),
        ]}
      />
      <TourBar root={root} state={tour} />
      <Outlet />
    </>
  )
}
