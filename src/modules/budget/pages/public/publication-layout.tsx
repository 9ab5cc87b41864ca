import {
  isRouteErrorResponse,
  Outlet,
  useLoaderData,
  useLocation,
  useOutletContext,
  useParams,
  useRouteError,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from 'react-router'
import type { Handle } from '#web/handle.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import { PublicShell } from '#web/shell/public-shell.tsx'
import { Notice, Tabs } from '#web/ui/index.ts'
import { day } from '../parts/times.ts'
import { addressesIn, publicationRoot, type Addresses } from './addresses.ts'
import { MissingPage } from './missing-page.tsx'
import { isGone, publicationOf } from './publication-of.ts'
import { publicTexts } from './public-texts.ts'
import styles from './public.module.css'
import { WithdrawnPage } from './withdrawn-page.tsx'

export const handle = { shell: 'public' } satisfies Handle

export async function loader(args: LoaderFunctionArgs) {
  const { visit, publication, document, addresses, edition } = await publicationOf(args)
  const organisation = args.params['organisation'] ?? ''
  const latest = publication.editions.at(-1)?.edition ?? publication.edition
  return {
    root: addresses.root,
    organisation,
    title: document.title,
    jurisdiction: document.jurisdiction,
    version: document.version,
    state: document.colophon.state,
    edition: publication.edition,
    publishedAt: publication.publishedAt,
    hasChapters: document.chapters.length > 0,
    /** Where the latest edition stands, when this is an earlier one. */
    newer: publication.edition === latest ? null : publicationRoot(organisation, publication.slug),
    newerIsWithdrawn: publication.editions.at(-1)?.withdrawn ?? false,
    /** The one address to cite: the plain one for what is latest, else the edition's own. */
    canonical: `${visit.publicUrl}${
      publication.edition === latest
        ? publicationRoot(organisation, publication.slug)
        : publicationRoot(organisation, publication.slug, edition)
    }`,
  }
}

/** What the pages inside know about the budget they are part of. */
export type PublicationFrame = Awaited<ReturnType<typeof loader>> & { addresses: Addresses }

export function usePublication(): PublicationFrame {
  return useOutletContext<PublicationFrame>()
}

/** A finished page is the same for everybody until something is published or withdrawn. */
export const headers: HeadersFunction = ({ errorHeaders }) =>
  errorHeaders
    ? { 'cache-control': 'no-cache' }
    : { 'cache-control': 'public, max-age=60', 'x-page-cache': 'edition' }

export default function PublicationLayout() {
  const frame = useLoaderData<typeof loader>()
  const t = useTexts(publicTexts)
  const language = useLanguage()
  const { pathname } = useLocation()
  const addresses = addressesIn(frame.root)
  const parts = [
    { href: addresses.boards, label: t('part.boards') },
    { href: addresses.reforms, label: t('part.reforms') },
    { href: addresses.assignments, label: t('part.assignments') },
    ...(frame.hasChapters ? [{ href: addresses.chapters, label: t('part.chapters') }] : []),
    { href: addresses.tables, label: t('part.tables') },
    { href: addresses.findings, label: t('part.findings') },
    { href: addresses.about, label: t('part.about') },
  ]
  return (
    <PublicShell home={`/public/${frame.organisation}`}>
      <link rel="canonical" href={`${frame.canonical}${pathname.slice(frame.root.length)}`} />
      {frame.newer === null ? null : (
        <Notice
          tone="warn"
          title={t(frame.newerIsWithdrawn ? 'older.withdrawn' : 'older.title', {
            edition: String(frame.edition),
          })}
        >
          <p>
            <a href={frame.newer}>{t(frame.newerIsWithdrawn ? 'older.why' : 'older.link')}</a>
          </p>
        </Notice>
      )}
      <header className={styles.masthead}>
        <p className={styles.of}>
          {frame.jurisdiction} · {frame.version}
        </p>
        {pathname === frame.root ? (
          <h1>{frame.title}</h1>
        ) : (
          <p className={styles.title}>
            <a href={frame.root}>{frame.title}</a>
          </p>
        )}
        <p className={styles.edition}>
          {t('edition.published', {
            edition: String(frame.edition),
            date: day(frame.publishedAt, language),
          })}
          {' · '}
          {t(`state.${frame.state}`)}
        </p>
      </header>
      <Tabs
        label={t('parts')}
        tabs={[
          { href: frame.root, label: t('part.overview'), current: pathname === frame.root },
          ...parts.map((part) => ({ ...part, current: pathname.startsWith(part.href) })),
        ]}
      />
      <Outlet context={{ ...frame, addresses } satisfies PublicationFrame} />
    </PublicShell>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const { organisation = '', slug = null } = useParams()
  const answer = isRouteErrorResponse(error) ? error : null
  return (
    <PublicShell home={organisation ? `/public/${organisation}` : '/public'}>
      {answer && isGone(answer.data) ? (
        <WithdrawnPage gone={answer.data} />
      ) : (
        <MissingPage status={answer?.status ?? 500} organisation={organisation} slug={slug} />
      )}
    </PublicShell>
  )
}
