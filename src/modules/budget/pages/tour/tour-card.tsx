import { useTexts } from '#web/language.tsx'
import { ButtonLink, Row } from '#web/ui/index.ts'
import { StepList } from './step-list.tsx'
import { tourAddress, type TourState } from './tour-state.ts'
import { tourTexts } from './tour-texts.ts'
import styles from './tour.module.css'

/** The way into the tour, for who has not taken it; gone when it is done or put away. */
export function TourCard({ root, state, back }: { root: string; state: TourState; back: string }) {
  const t = useTexts(tourTexts)
  if (state === 'ended') return null
  return (
    <section className={styles.bar} aria-labelledby="tour-title">
      <h2 id="tour-title" className={styles.title}>
        {state === null ? t('card.title') : t('card.again')}
      </h2>
      {state === null ? <p>{t('card.text')}</p> : null}
      <StepList root={root} state={state} />
      <Row>
        <ButtonLink small kind={state === null ? 'plain' : 'primary'} href={tourAddress(root, state ?? 1)}>
          {state === null ? t('card.start') : t('card.continue', { step: state, title: t(`${state}.title`) })}
        </ButtonLink>
        <ButtonLink small kind="quiet" href={tourAddress(root, 'ended', back)}>
          {t('card.hide')}
        </ButtonLink>
      </Row>
    </section>
  )
}
