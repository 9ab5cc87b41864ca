import type { DocumentTable, TextTarget } from '../../document/model/document.ts'

/** Where everything in a published budget has its page. `root` is the budget's own address, with its edition or not. */
export type Addresses = ReturnType<typeof addressesIn>

export function addressesIn(root: string) {
  const at =
    (part: string) =>
    (slug: string): string =>
      `${root}/${part}/${slug}`
  const table = at('tables')
  const board = at('boards')
  /** Where a table made by Kansli or read in is shown; a board's own stands on its page. */
  const tablePage = ({ kind, slug }: Pick<DocumentTable, 'kind' | 'slug'>, of: string | null = null) =>
    kind === 'board' ? board(of ?? slug) : table(slug)
  return {
    root,
    boards: `${root}/boards`,
    reforms: `${root}/reforms`,
    assignments: `${root}/assignments`,
    tables: `${root}/tables`,
    chapters: `${root}/chapters`,
    findings: `${root}/findings`,
    about: `${root}/about`,
    board,
    reform: at('reforms'),
    assignment: at('assignments'),
    chapter: at('chapters'),
    table,
    file: at('files'),
    tablePage,
    /** How a row's figures came about, and one of them; null for a table that only lists what has pages of its own. */
    row: (of: DocumentTable, anchor: string): string | null =>
      of.slug === '' ? null : `${tablePage(of)}/${anchor}`,
    target: (target: TextTarget): string => {
      switch (target.to) {
        case 'reform':
          return at('reforms')(target.slug)
        case 'board':
          return board(target.slug)
        case 'assignment':
          return at('assignments')(target.slug)
        case 'overview':
          return `${root}#boards`
        case 'results':
          return `${root}#results`
        default:
          return `${table(target.slug)}#${target.anchor}`
      }
    },
  }
}

/** The address of a published budget; the latest edition, or a certain one. */
export function publicationRoot(organisation: string, slug: string, edition: number | null = null): string {
  return `/public/${organisation}/${slug}${edition === null ? '' : `/${edition}`}`
}
