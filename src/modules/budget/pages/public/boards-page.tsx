import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { EmptyState, PageHead } from '#web/ui/index.ts'
import { BoardsTable } from './parts/boards-table.tsx'
import { usePublication } from './publication-layout.tsx'
import { publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, document, titleOf } = await publicationOf(args)
  return {
    pageTitle: titleOf(publicTexts.in(visit.language)('part.boards')),
    overview: document.overview,
    boards: document.boards.map(({ slug, name, base, reforms, assignments }) => ({
      slug,
      name,
      hasMoney: base !== null,
      reforms: reforms.length,
      assignments: assignments.length,
    })),
  }
}

export const meta = publicMeta

/** Every body that gets money or an assignment, with the way to its page. */
export default function BoardsPage() {
  const { overview, boards } = useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  const list = (shown: typeof boards) => (
    <ul role="list" className={styles.list}>
      {shown.map((board) => (
        <li key={board.slug}>
          <a href={addresses.board(board.slug)} lang="sv">
            {board.name}
          </a>
          <span className={styles.beside}>
            {t('board.counts', { reforms: board.reforms, assignments: board.assignments })}
          </span>
        </li>
      ))}
    </ul>
  )
  const others = boards.filter((board) => !board.hasMoney)
  return (
    <>
      <PageHead title={t('boards.title')} lead={t('boards.lead')} />
      {boards.length === 0 ? <EmptyState title={t('boards.none')} /> : <BoardsTable table={overview} />}
      <section className={styles.section}>
        <h2>{t('boards.each')}</h2>
        {list(boards.filter((board) => board.hasMoney))}
      </section>
      {others.length > 0 ? (
        <section className={styles.section}>
          <h2>{t('boards.others')}</h2>
          <p className={styles.lead}>{t('boards.othersLead')}</p>
          {list(others)}
        </section>
      ) : null}
    </>
  )
}
