import type { z } from 'zod'
import { useLanguage, useTexts } from '#web/language.tsx'
import { ButtonLink, EmptyState, Notice, Row } from '#web/ui/index.ts'
import type { previewPublication } from '../../operations/preview-publication.ts'
import { day } from '../parts/times.ts'
import { publicationRoot } from '../public/addresses.ts'
import { publishTexts } from './publish-texts.ts'

export type Preview = z.output<typeof previewPublication.output>

/** What the public sees of the version, and whether that is what it says now. */
export function PublicStateCard({ preview, organisation }: { preview: Preview; organisation: string }) {
  const t = useTexts(publishTexts)
  const language = useLanguage()
  const { latest, slug } = preview
  if (latest === null) return <EmptyState title={t('now.none')}>{t('now.noneText')}</EmptyState>
  const edition = String(latest.edition)
  const state = latest.withdrawn ? 'withdrawn' : latest.differs ? 'differs' : 'same'
  const texts = {
    withdrawn: t('now.withdrawnText'),
    differs: t('now.differsText', { date: day(latest.publishedAt, language) }),
    same: null,
  }[state]
  return (
    <Notice tone={state === 'same' ? 'good' : 'warn'} title={t(`now.${state}`, { edition })}>
      {texts === null ? null : <p>{texts}</p>}
      <Row>
        <ButtonLink href={publicationRoot(organisation, slug)} small>
          {t('open')}
        </ButtonLink>
      </Row>
    </Notice>
  )
}
