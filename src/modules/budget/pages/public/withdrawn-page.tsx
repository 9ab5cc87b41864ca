import { useLanguage, useTexts } from '#web/language.tsx'
import { Notice, PageHead, Prose } from '#web/ui/index.ts'
import { day } from '../parts/times.ts'
import type { GoneBody } from './publication-of.ts'
import { EditionList } from './parts/edition-list.tsx'
import { publicTexts } from './public-texts.ts'

/** What the address of an edition says once it has been withdrawn: that it was here, why it is not, what there is. */
export function WithdrawnPage({ gone: { withdrawn, organisation } }: { gone: GoneBody }) {
  const t = useTexts(publicTexts)
  const language = useLanguage()
  const others = withdrawn.editions.some((each) => !each.withdrawn)
  return (
    <>
      <PageHead title={t('withdrawn.title', { edition: String(withdrawn.edition) })} lead={withdrawn.title} />
      <Notice tone="warn" title={t('withdrawn.when', { date: day(withdrawn.withdrawnAt, language) })}>
        <Prose>
          <p lang="sv">{withdrawn.note}</p>
        </Prose>
      </Notice>
      <p>{t(others ? 'withdrawn.others' : 'withdrawn.none')}</p>
      <EditionList
        organisation={organisation}
        slug={withdrawn.slug}
        editions={withdrawn.editions}
        shown={withdrawn.edition}
      />
    </>
  )
}
