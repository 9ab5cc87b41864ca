import { useTexts } from '#web/language.tsx'
import { Row } from '#web/ui/index.ts'
import { duplicatesTexts } from './duplicates-texts.ts'

/** The way between the pages of a long list. */
export function PageLinks({ page, pages, decided }: { page: number; pages: number; decided: boolean }) {
  const t = useTexts(duplicatesTexts)
  if (pages <= 1) return null
  const address = (number: number) => `/people/duplicates?${decided ? 'decided=yes&' : ''}page=${number}`
  return (
    <nav aria-label={t('pages')}>
      <Row>
        {page > 1 ? <a href={address(page - 1)}>{t('earlier')}</a> : null}
        <span>{t('page', { page, pages })}</span>
        {page < pages ? <a href={address(page + 1)}>{t('later')}</a> : null}
      </Row>
    </nav>
  )
}
