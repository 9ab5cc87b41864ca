import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { EmptyState, PageHead } from '#web/ui/index.ts'
import type { DocumentReform, DocumentRow, DocumentTable } from '../../document/model/document.ts'
import { PublicTable } from './parts/document-table.tsx'
import { barValue } from './parts/figure-link.tsx'
import { usePublication } from './publication-layout.tsx'
import { publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, document, titleOf } = await publicationOf(args)
  const { reforms, boards, path } = document
  // Lists what has pages of its own: no address, and every figure leads to its reform.
  const table = (key: string, rows: DocumentRow[]): DocumentTable => ({
    key,
    slug: '',
    title: '',
    kind: 'adjustments',
    body: null,
    unit: document.unit,
    columns: path.columns,
    rows,
  })
  return {
    pageTitle: titleOf(publicTexts.in(visit.language)('part.reforms')),
    financing: table('financing', reforms.filter((each) => each.board === null).map(rowOf)),
    boards: table(
      'boards',
      boards.flatMap((board): DocumentRow[] => {
        const own = reforms.filter((each) => each.board === board.slug)
        return own.length === 0
          ? []
          : [
              {
                key: board.slug,
                anchor: board.slug,
                label: board.name,
                kind: 'section',
                about: { of: 'board', slug: board.slug },
                cells: [],
              },
              ...own.map(rowOf),
            ]
      }),
    ),
  }
}

function rowOf(reform: DocumentReform): DocumentRow {
  return {
    key: reform.id,
    anchor: reform.slug,
    label: reform.label,
    kind: 'line',
    about: { of: 'reform', slug: reform.slug },
    cells: reform.amounts,
  }
}

export const meta = publicMeta

/** Everything that is changed, by board; each change has a page of its own. */
export default function ReformsPage() {
  const { financing, boards } = useLoaderData<typeof loader>()
  const t = useTexts(publicTexts)
  return (
    <>
      <PageHead title={t('reforms.title')} lead={t('reforms.lead')} />
      {financing.rows.length + boards.rows.length === 0 ? <EmptyState title={t('reforms.none')} /> : null}
      <Changes title={t('reforms.financing')} table={financing} />
      <Changes title={t('reforms.boards')} table={boards} />
    </>
  )
}

function Changes({ title, table }: { title: string; table: DocumentTable }) {
  const { addresses } = usePublication()
  if (table.rows.length === 0) return null
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <PublicTable
        table={{ ...table, title }}
        addresses={addresses}
        barsLabel={table.columns[0]?.label ?? ''}
        bars={({ cells: [first] }) => {
          const value = barValue(first)
          return value === 0 ? [] : [{ from: 0, to: value, tone: value > 0 ? 'plus' : 'minus' }]
        }}
      />
    </section>
  )
}
