import { useLocation, useSearchParams } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { ButtonLink, Notice, Row } from '#web/ui/index.ts'
import { frameTexts } from './frame-texts.ts'

/** The tour's five steps: the page each is about. */
export const tourPages = ['figures', 'check', 'workbench', 'compare', 'publish'] as const

/** The address of a step of the tour, from 1. */
export function tourAddress(root: string, step: number): string {
  return `${root}/${tourPages[step - 1] ?? ''}?tour=${step}`
}

/** One step of the guided tour, above the page it is about. Works without scripts: the step stands in the address. */
export function Tour({ root }: { root: string }) {
  const [search] = useSearchParams()
  const { pathname } = useLocation()
  const t = useTexts(frameTexts)
  const step = Number(search.get('tour'))
  if (step !== 1 && step !== 2 && step !== 3 && step !== 4 && step !== 5) return null
  return (
    <Notice title={`${t('tour.step', { step, steps: tourPages.length })}: ${t(`tour.${step}.title`)}`}>
      <p>{t(`tour.${step}.text`)}</p>
      <Row>
        {step < tourPages.length ? (
          <ButtonLink small kind="primary" href={tourAddress(root, step + 1)}>
            {t('tour.next')}
          </ButtonLink>
        ) : null}
        <ButtonLink small href={pathname}>
          {t('tour.end')}
        </ButtonLink>
      </Row>
    </Notice>
  )
}
