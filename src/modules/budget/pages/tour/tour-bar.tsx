import { useLocation } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { ButtonLink, Row } from '#web/ui/index.ts'
import { StepList } from './step-list.tsx'
import { tourAddress, tourPage, tourSteps, type TourState, type TourStep } from './tour-state.ts'
import { tourTexts } from './tour-texts.ts'
import styles from './tour.module.css'

/** The step the reader is at, above every page of the book until the tour is done or put away. */
export function TourBar({ root, state }: { root: string; state: TourState }) {
  const { pathname } = useLocation()
  const t = useTexts(tourTexts)
  if (typeof state !== 'number' || pathname === root) return null
  const page = tourPage(root, state)
  const next = tourSteps.find((step) => step === state + 1)
  return (
    <section className={styles.bar} aria-label={t('tour')}>
      <p className={styles.title}>
        {t('step', { step: state, steps: tourSteps.length })}: {t(`${state}.title`)}
      </p>
      <p>{t(`${state}.text`)}</p>
      <p>
        <strong>{t(`${state}.try`)}</strong>
      </p>
      <StepList root={root} state={state} compact />
      <Row>
        {pathname.startsWith(page) ? null : (
          <ButtonLink small href={page}>
            {t('there')}
          </ButtonLink>
        )}
        <ButtonLink small kind="primary" href={tourAddress(root, next ?? 'ended')}>
          {next ? t('next', { title: t(`${next}.title`) }) : t('finish')}
        </ButtonLink>
        {state > 1 ? (
          <ButtonLink small href={tourAddress(root, (state - 1) as TourStep)}>
            {t('previous')}
          </ButtonLink>
        ) : null}
        {next ? (
          <ButtonLink small kind="quiet" href={tourAddress(root, 'ended', pathname)}>
            {t('end')}
          </ButtonLink>
        ) : null}
      </Row>
    </section>
  )
}
