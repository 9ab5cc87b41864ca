import { useLanguage, useTexts } from '#web/language.tsx'
import { day } from '../../parts/times.ts'
import { publicationRoot } from '../addresses.ts'
import type { Publication } from '../publication-of.ts'
import styles from '../public.module.css'
import { publicTexts } from '../public-texts.ts'

/** Every edition there has been, the latest first; each has an address that stays. */
export function EditionList({
  organisation,
  slug,
  editions,
  shown,
}: {
  organisation: string
  slug: string
  editions: Publication['editions']
  shown: number
}) {
  const t = useTexts(publicTexts)
  const language = useLanguage()
  return (
    <ul role="list" className={styles.list}>
      {editions.toReversed().map((each) => (
        <li key={each.edition}>
          <a
            href={publicationRoot(organisation, slug, each.edition)}
            aria-current={each.edition === shown ? 'page' : undefined}
          >
            {t('edition', { edition: String(each.edition) })}
          </a>
          <span className={styles.beside}>
            {day(each.publishedAt, language)}
            {each.withdrawn ? `, ${t('edition.withdrawn')}` : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
