import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { domainOf } from '#web/ui/bar.tsx'
import { EmptyState, PageHead } from '#web/ui/index.ts'
import type { DocumentReform, DocumentTable } from '../../document/model/document.ts'
import { PublicTable } from './parts/document-table.tsx'
import { barValue } from './parts/figure-link.tsx'
import { usePublication } from './publication-layout.tsx'
import { publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { document, titleOf } = await publicationOf(args)
  const { reforms, boards, path } = document
  const table = (title: string, listed: readonly DocumentReform[]): DocumentTable => ({
    // Lists what has pages of its own: no address, and every figure leads to its reform.
    key: `reforms:${title}`,
    slug: '',
    title,
    kind: 'adjustments',
    body: null,
    unit: document.unit,
    columns: path.columns,
    rows: listed.map((reform) => ({
      key: reform.id,
      anchor: reform.slug,
      label: reform.label,
      kind: 'line',
      about: { of: 'reform', slug: reform.slug },
      cells: reform.amounts,
    })),
  })
  return {
    pageTitle: titleOf(path.title),
    count: reforms.length,
    financing: table(
      '',
      reforms.filter((each) => each.board === null),
    ),
    boards: boards
      .map((board) => ({
        slug: board.slug,
        table: table(
          board.name,
          reforms.filter((each) => each.board === board.slug),
        ),
      }))
      .filter((each) => each.table.rows.length > 0),
  }
}

export const meta = publicMeta

/** Everything that is changed, by board; each change has a page of its own. */
export default function ReformsPage() {
  const { count, financing, boards } = useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  // One scale for all boards, so that bars can be compared down the page.
  const domain = domainOf(boards.flatMap((board) => board.table.rows.map((row) => barValue(row.cells[0]))))
  const shown = (table: DocumentTable, ends?: readonly [number, number]) => (
    <PublicTable
      table={table}
      {...(ends ? { barsDomain: ends } : {})}
      addresses={addresses}
      barsLabel={table.columns[0]?.label ?? ''}
      bars={({ cells: [first] }) => {
        const value = barValue(first)
        return value === 0 ? [] : [{ from: 0, to: value, tone: value > 0 ? 'plus' : 'minus' }]
      }}
    />
  )
  return (
    <>
      <PageHead title={t('reforms.title')} lead={t('reforms.lead')} />
      {count === 0 ? <EmptyState title={t('reforms.none')} /> : null}
      {financing.rows.length > 0 ? (
        <section className={styles.section}>
          <h2>{t('reforms.financing')}</h2>
          {shown({ ...financing, title: t('reforms.financing') })}
        </section>
      ) : null}
      {boards.map((board) => (
        <section key={board.slug} className={styles.section}>
          <h2 lang="sv">
            <a href={addresses.board(board.slug)} className={styles.heading}>
              {board.table.title}
            </a>
          </h2>
          {shown(board.table, domain)}
        </section>
      ))}
    </>
  )
}
