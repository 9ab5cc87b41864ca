import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { EmptyState, PageHead } from '#web/ui/index.ts'
import { usePublication } from './publication-layout.tsx'
import { publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, document, titleOf } = await publicationOf(args)
  return {
    pageTitle: titleOf(publicTexts.in(visit.language)('part.chapters')),
    chapters: document.chapters.map(({ slug, number, title, words }) => ({ slug, number, title, words })),
  }
}

export const meta = publicMeta

/** The budget's text, chapter by chapter. */
export default function ChaptersPage() {
  const { chapters } = useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  return (
    <>
      <PageHead title={t('chapters.title')} lead={t('chapters.lead')} />
      {chapters.length === 0 ? <EmptyState title={t('chapters.none')} /> : null}
      <ul role="list" className={styles.list}>
        {chapters.map((chapter) => (
          <li key={chapter.slug}>
            <a href={addresses.chapter(chapter.slug)} lang="sv">
              {chapter.number}. {chapter.title}
            </a>
            <span className={styles.beside}>{t('chapters.words', { count: chapter.words })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
