import { useTexts } from '#web/language.tsx'
import { Segments } from '#web/ui/index.ts'
import type { BookLayoutData } from './book-layout.tsx'
import { frameTexts } from './frame-texts.ts'

/** The book's versions as links to the same page about each; nothing when there is only one. */
export function VersionPicker({
  book,
  current,
  href,
  only,
}: {
  book: BookLayoutData['book']
  current: string
  href: (slug: string) => string
  only?: (version: BookLayoutData['book']['versions'][number]) => boolean
}) {
  const t = useTexts(frameTexts)
  const versions = book.versions.filter(
    (version) => version.state !== 'archived' && (only?.(version) ?? true),
  )
  if (versions.length < 2) return null
  return (
    <Segments
      label={t('versions')}
      tabs={versions.map((version) => ({
        href: href(version.slug),
        label: version.name,
        current: version.slug === current,
      }))}
    />
  )
}
