import { useTexts } from '#web/language.tsx'
import { ProblemPage } from '#web/shell/problem-page.tsx'
import { ButtonLink, PageHead, Row } from '#web/ui/index.ts'
import { publicationRoot } from './addresses.ts'
import { publicTexts } from './public-texts.ts'

/** What a public address says when there is nothing at it, and the way to what there is. */
export function MissingPage({
  status,
  organisation,
  slug,
}: {
  status: number
  organisation: string
  slug: string | null
}) {
  const t = useTexts(publicTexts)
  if (status !== 404) return <ProblemPage status={status} body={null} />
  return (
    <>
      <PageHead title={t('missing.title')} lead={t('missing.text')} />
      <Row>
        {slug === null ? null : (
          <ButtonLink href={publicationRoot(organisation, slug)}>{t('missing.budget')}</ButtonLink>
        )}
        <ButtonLink href={organisation === '' ? '/public' : `/public/${organisation}`}>
          {t('missing.list')}
        </ButtonLink>
      </Row>
    </>
  )
}
