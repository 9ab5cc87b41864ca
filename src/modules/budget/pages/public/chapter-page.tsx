import { redirect, useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { slugOf } from '#platform/slug.ts'
import { useTexts } from '#web/language.tsx'
import { PageHead } from '#web/ui/index.ts'
import { ChapterText } from './parts/chapter-text.tsx'
import { shownAssignment } from './parts/assignment-list.tsx'
import { usePublication } from './publication-layout.tsx'
import { notThere, publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { document, addresses, titleOf } = await publicationOf(args)
  const { chapters } = document
  const wanted = args.params['chapter'] ?? ''
  const at = chapters.findIndex((each) => each.slug === wanted)
  if (at < 0) {
    // Its title may be another by now; its number is what it is cited by.
    const renamed = chapters.find((each) => wanted.startsWith(`${slugOf(each.number)}-`))
    throw renamed ? redirect(addresses.chapter(renamed.slug), 302) : notThere()
  }
  const chapter = chapters[at] ?? notThere()
  const brief = (one: (typeof chapters)[number] | undefined) =>
    one && { slug: one.slug, title: `${one.number}. ${one.title}` }
  const board = document.boards.find((each) => each.slug === chapter.board)
  return {
    pageTitle: titleOf(`${chapter.number}. ${chapter.title}`),
    chapter,
    board: board ? { slug: board.slug, name: board.name } : null,
    assignments: document.assignments.map(shownAssignment),
    before: brief(chapters[at - 1]),
    after: brief(chapters[at + 1]),
  }
}

export const meta = publicMeta

/** One chapter: its text, in which every amount leads to where it comes from. */
export default function ChapterPage() {
  const { chapter, board, assignments, before, after } = useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  return (
    <>
      <PageHead
        crumbs={[
          { href: addresses.chapters, label: t('part.chapters') },
          ...(board ? [{ href: addresses.board(board.slug), label: board.name }] : []),
        ]}
        crumbsLabel={t('crumbs')}
        title={
          <span lang="sv">
            {chapter.number}. {chapter.title}
          </span>
        }
      />
      {chapter.text.length === 0 ? <p className={styles.note}>{t('chapters.empty')}</p> : null}
      <ChapterText blocks={chapter.text} assignments={assignments} />
      <nav aria-label={t('chapters.title')} className={styles.turn}>
        {before ? (
          <a href={addresses.chapter(before.slug)} rel="prev" lang="sv">
            ← {before.title}
          </a>
        ) : (
          <span />
        )}
        {after ? (
          <a href={addresses.chapter(after.slug)} rel="next" lang="sv">
            {after.title} →
          </a>
        ) : null}
      </nav>
    </>
  )
}
