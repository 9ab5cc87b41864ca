import { useTexts } from '#web/language.tsx'
import { Segments } from '#web/ui/index.ts'
import { shownStandings } from '../../operations/persons/list-persons.ts'
import type { ShownStanding } from '../../store/persons/search-register.ts'
import { personsTexts } from './persons-texts.ts'
import styles from './persons.module.css'

/** How many of those found stand how; each leads to them alone. */
export function RegisterCounts({
  counts,
  complete,
  standing,
  address,
}: {
  counts: Partial<Record<ShownStanding, number>>
  complete: boolean
  standing: string
  address: (standing: string) => string
}) {
  const t = useTexts(personsTexts)
  if (!complete) return <p className={styles.soft}>{t('countsMany')}</p>
  const all = shownStandings.reduce((sum, each) => sum + (counts[each] ?? 0), 0)
  const there = shownStandings.filter((each) => (counts[each] ?? 0) > 0 || each === standing)
  return (
    <Segments
      label={t('counts')}
      tabs={[
        { href: address(''), label: t('countAll', { count: all }), current: standing === '' },
        ...there.map((each) => ({
          href: address(each),
          label: t('count', { standing: t(`standing.${each}`), count: counts[each] ?? 0 }),
          current: standing === each,
        })),
      ]}
    />
  )
}
