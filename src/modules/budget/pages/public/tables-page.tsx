import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { PageHead } from '#web/ui/index.ts'
import type { DocumentTable } from '../../document/model/document.ts'
import { usePublication } from './publication-layout.tsx'
import { publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, document, titleOf } = await publicationOf(args)
  const tables = document.statements.map(brief)
  return {
    pageTitle: titleOf(publicTexts.in(visit.language)('part.tables')),
    own: [document.path, document.overview].map(brief),
    statements: tables.filter((each) => !each.unit),
    units: tables.filter((each) => each.unit),
  }
}

function brief({ slug, title, kind, rows }: DocumentTable) {
  return {
    slug,
    title,
    unit: kind === 'unitResult',
    rows: rows.filter((row) => row.kind !== 'section').length,
  }
}

export const meta = publicMeta

/** Every table of the budget. */
export default function TablesPage() {
  const { own, statements, units } = useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  const list = (title: string, shown: typeof own) =>
    shown.length === 0 ? null : (
      <section className={styles.section}>
        <h2>{title}</h2>
        <ul role="list" className={styles.list}>
          {shown.map((table) => (
            <li key={table.slug}>
              <a href={addresses.table(table.slug)} lang="sv">
                {table.title}
              </a>
              <span className={styles.beside}>{t('tables.rows', { count: table.rows })}</span>
            </li>
          ))}
        </ul>
      </section>
    )
  return (
    <>
      <PageHead title={t('tables.title')} lead={t('tables.lead')} />
      {list(t('tables.own'), own)}
      {list(t('tables.statements'), statements)}
      {list(t('tables.units'), units)}
    </>
  )
}
