import type { z } from 'zod'
import { useTexts } from '#web/language.tsx'
import { ButtonLink, Columns, EmptyState, Stack } from '#web/ui/index.ts'
import type { getBook } from '../../operations/get-book.ts'
import type { getBookOverview } from '../../operations/get-book-overview.ts'
import { TourCard } from '../tour/tour-card.tsx'
import type { TourState } from '../tour/tour-state.ts'
import { bookTexts } from './book-texts.ts'
import { FindingsCard } from './findings-card.tsx'
import { PartsCard } from './parts-card.tsx'
import { RecentCard } from './recent-card.tsx'
import { ResultCard } from './result-card.tsx'
import { SignOffCard } from './sign-off-card.tsx'

export type BookShown = z.output<typeof getBook.output>
type Overview = z.output<typeof getBookOverview.output>
export type VersionOverview = Overview['versions'][number]

/** Result per year, open findings, what waits for whom, the latest changes, and the way into every part. */
export function BookOverview({
  book,
  overview,
  mayWrite,
  tour,
  here,
}: {
  book: BookShown
  overview: Overview
  mayWrite: boolean
  tour: TourState
  /** The page it stands on, to come back to. */
  here: string
}) {
  const t = useTexts(bookTexts)
  const root = `/budget/${book.slug}`
  const shown = overview.versions.filter((version) => version.hasFigures && version.state !== 'archived')
  const own = shown.find((version) => version.kind === 'own') ?? shown[0]
  if (!own) {
    return (
      <EmptyState
        title={t('overview.start.title')}
        action={
          mayWrite ? (
            <ButtonLink href={`${root}/import`} kind="primary">
              {t('overview.start.action')}
            </ButtonLink>
          ) : null
        }
      >
        {t('overview.start.text')}
      </EmptyState>
    )
  }
  return (
    <Stack gap="loose">
      <TourCard root={root} state={tour} back={here} />
      <ResultCard book={book} version={own} root={root} />
      <Columns>
        <FindingsCard versions={shown} root={root} />
        <SignOffCard version={own} root={root} />
        <RecentCard edits={overview.recent} decimals={book.decimals} />
      </Columns>
      <PartsCard version={own} versions={overview.versions.length} root={root} mayWrite={mayWrite} />
    </Stack>
  )
}
