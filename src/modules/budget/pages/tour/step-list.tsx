import { useTexts } from '#web/language.tsx'
import { Icon } from '#web/ui/index.ts'
import { tourAddress, tourSteps, type TourState } from './tour-state.ts'
import { tourTexts } from './tour-texts.ts'
import styles from './tour.module.css'

/** The five steps, each a link; those that are done say so. */
export function StepList({ root, state }: { root: string; state: TourState }) {
  const t = useTexts(tourTexts)
  const at = typeof state === 'number' ? state : 0
  return (
    <ol role="list" className={styles.steps} aria-label={t('steps')}>
      {tourSteps.map((step) => (
        <li key={step}>
          <a href={tourAddress(root, step)} aria-current={step === at ? 'step' : undefined}>
            <span className={styles.number}>{step < at ? <Icon name="good" label={t('done')} /> : step}</span>
            {t(`${step}.title`)}
          </a>
        </li>
      ))}
    </ol>
  )
}
