import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { PageHead } from '#web/ui/index.ts'
import { BoardsTable } from './parts/boards-table.tsx'
import { PublicTable } from './parts/document-table.tsx'
import { PathTable } from './parts/path-table.tsx'
import { usePublication } from './publication-layout.tsx'
import { notThere, publicationOf, publicMeta } from './publication-of.ts'
import { publicTexts } from './public-texts.ts'
import { tablesOf } from './row-sources.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { document, titleOf } = await publicationOf(args)
  const table =
    tablesOf(document).find((each) => each.kind !== 'board' && each.slug === args.params['table']) ??
    notThere()
  return { pageTitle: titleOf(table.title), table }
}

export const meta = publicMeta

/** One table, whole. */
export default function TablePage() {
  const { table } = useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  return (
    <>
      <PageHead
        crumbs={[{ href: addresses.tables, label: t('part.tables') }]}
        crumbsLabel={t('crumbs')}
        title={<span lang="sv">{table.title}</span>}
      />
      {table.kind === 'path' ? (
        <PathTable table={table} />
      ) : table.kind === 'overview' ? (
        <BoardsTable table={table} />
      ) : (
        <PublicTable table={table} addresses={addresses} />
      )}
    </>
  )
}
