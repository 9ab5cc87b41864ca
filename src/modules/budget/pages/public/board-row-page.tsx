import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { PageHead } from '#web/ui/index.ts'
import { useTexts } from '#web/language.tsx'
import { RowFigures } from './parts/row-figures.tsx'
import { usePublication } from './publication-layout.tsx'
import { notThere, publicationOf, publicMeta } from './publication-of.ts'
import { publicTexts } from './public-texts.ts'
import { rowSources } from './row-sources.ts'

export async function loader(args: LoaderFunctionArgs) {
  const page = await publicationOf(args)
  const board = page.document.boards.find((each) => each.slug === args.params['board']) ?? notThere()
  const sources = await rowSources(page, board.table ?? notThere(), args.params['row'] ?? '')
  return {
    pageTitle: page.titleOf(`${sources.row}, ${board.name}`),
    board: { name: board.name, slug: board.slug },
    sources,
  }
}

export const meta = publicMeta

/** Where every figure of one row of a board's table comes from. */
export default function BoardRowPage() {
  const { board, sources } = useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  return (
    <>
      <PageHead
        crumbs={[
          { href: addresses.boards, label: t('part.boards') },
          { href: `${addresses.board(board.slug)}#${sources.anchor}`, label: board.name },
        ]}
        crumbsLabel={t('crumbs')}
        title={<span lang="sv">{sources.row}</span>}
        lead={t('row.lead')}
      />
      <RowFigures sources={sources} />
    </>
  )
}
