import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { PageHead } from '#web/ui/index.ts'
import { useTexts } from '#web/language.tsx'
import { RowFigures } from './parts/row-figures.tsx'
import { usePublication } from './publication-layout.tsx'
import { notThere, publicationOf, publicMeta } from './publication-of.ts'
import { publicTexts } from './public-texts.ts'
import { rowSources, tablesOf } from './row-sources.ts'

export async function loader(args: LoaderFunctionArgs) {
  const page = await publicationOf(args)
  const table =
    tablesOf(page.document).find((each) => each.kind !== 'board' && each.slug === args.params['table']) ??
    notThere()
  const sources = await rowSources(page, table, args.params['row'] ?? '')
  return { pageTitle: page.titleOf(`${sources.row}, ${sources.title}`), table: table.slug, sources }
}

export const meta = publicMeta

/** Where every figure of one row of a table comes from. */
export default function TableRowPage() {
  const { table, sources } = useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  return (
    <>
      <PageHead
        crumbs={[
          { href: addresses.tables, label: t('part.tables') },
          { href: `${addresses.table(table)}#${sources.anchor}`, label: sources.title },
        ]}
        crumbsLabel={t('crumbs')}
        title={<span lang="sv">{sources.row}</span>}
        lead={t('row.lead')}
      />
      <RowFigures sources={sources} />
    </>
  )
}
