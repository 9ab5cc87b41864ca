import { useTexts } from '#web/language.tsx'
import { classes, Icon } from '#web/ui/index.ts'
import { tourAddress, tourSteps, type TourState } from './tour-state.ts'
import { tourTexts } from './tour-texts.ts'
import styles from './tour.module.css'

/** The five steps, each a link; those that are done say so. */
export function StepList({
  root,
  state,
  compact = false,
}: {
  root: string
  state: TourState
  /** On a phone only the numbers are seen, so that the page below is too. */
  compact?: boolean
}) {
  const t = useTexts(tourTexts)
  const at = typeof state === 'number' ? state : 0
  return (
    <ol role="list" className={classes(styles.steps, compact && styles.compact)} aria-label={t('steps')}>
      {tourSteps.map((step) => (
        <li key={step}>
          <a href={tourAddress(root, step)} aria-current={step === at ? 'step' : undefined}>
            <span className={styles.number}>{step < at ? <Icon name="good" label={t('done')} /> : step}</span>
            <span className={styles.name}>{t(`${step}.title`)}</span>
          </a>
        </li>
      ))}
    </ol>
  )
}
