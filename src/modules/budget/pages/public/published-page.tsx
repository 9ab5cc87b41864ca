import {
  isRouteErrorResponse,
  useLoaderData,
  useRouteError,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from 'react-router'
import type { Handle } from '#web/handle.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { visitOf } from '#web/request-context.ts'
import { PublicShell } from '#web/shell/public-shell.tsx'
import { EmptyState, PageHead } from '#web/ui/index.ts'
import { listPublishedBudgets } from '../../operations/list-published-budgets.ts'
import { day } from '../parts/times.ts'
import { publicationRoot } from './addresses.ts'
import { MissingPage } from './missing-page.tsx'
import { notThere, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export const handle = { shell: 'public' } satisfies Handle

export async function loader({ context }: LoaderFunctionArgs) {
  const visit = visitOf({ context })
  const organisation = visit.organisation ?? notThere()
  const { budgets } = await orProblemPage(visit.call(listPublishedBudgets, {}))
  return { pageTitle: organisation.name, name: organisation.name, slug: organisation.slug, budgets }
}

export const meta = publicMeta

export const headers: HeadersFunction = () => ({
  'cache-control': 'public, max-age=60',
  'x-page-cache': 'list',
})

/** What an organisation has published. */
export default function PublishedPage() {
  const { name, slug, budgets } = useLoaderData<typeof loader>()
  const t = useTexts(publicTexts)
  const language = useLanguage()
  return (
    <PublicShell home={`/public/${slug}`}>
      <PageHead title={name} lead={t('published.lead')} />
      {budgets.length === 0 ? (
        <EmptyState title={t('published.none')}>{t('published.noneText')}</EmptyState>
      ) : (
        <ul role="list" className={styles.list}>
          {budgets.map((budget) => (
            <li key={budget.slug}>
              <a href={publicationRoot(slug, budget.slug)} className={styles.prominent} lang="sv">
                {budget.title}
              </a>
              <span className={styles.beside}>
                {t('edition', { edition: String(budget.edition) })}, {day(budget.publishedAt, language)}
                {budget.withdrawn ? `, ${t('edition.withdrawn')}` : ''}
              </span>
              <span className={styles.note} lang="sv">
                {budget.versionName}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href={`/public/${slug}/contacts`}>{t('published.contacts')}</a>
      </p>
    </PublicShell>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const answer = isRouteErrorResponse(error) ? error : null
  return (
    <PublicShell home="/public">
      <MissingPage status={answer?.status ?? 500} organisation="" slug={null} />
    </PublicShell>
  )
}
