import { useTexts } from '#web/language.tsx'
import type { VenueAttribute } from '../../rules/venues/attributes.ts'
import { venueTexts } from './venues-texts.ts'
import styles from './venues.module.css'

/** What premises have, in words. */
export function AttributeMarks({ attributes }: { attributes: readonly VenueAttribute[] }) {
  const t = useTexts(venueTexts)
  if (attributes.length === 0) return null
  return (
    <ul className={styles.marks} role="list" aria-label={t('has')}>
      {attributes.map((attribute) => (
        <li key={attribute} className={styles.mark}>
          {t(`attribute.${attribute}`)}
        </li>
      ))}
    </ul>
  )
}
