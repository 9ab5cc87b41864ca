import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { restPrefix } from '#platform/operations/rest/router.ts'
import { useLanguage, useTexts } from '#web/language.tsx'
import { Columns, FactList, PageHead } from '#web/ui/index.ts'
import { day } from '../parts/times.ts'
import { EditionList } from './parts/edition-list.tsx'
import { FileList } from './parts/file-list.tsx'
import { unitName } from './parts/words.ts'
import { usePublication } from './publication-layout.tsx'
import { publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, document, publication, titleOf } = await publicationOf(args)
  return {
    pageTitle: titleOf(publicTexts.in(visit.language)('part.about')),
    slug: publication.slug,
    machine: `${restPrefix}/public/budgets/${publication.slug}?edition=${publication.edition}`,
    files: publication.files,
    editions: publication.editions,
    colophon: document.colophon,
    party: document.party,
    organisation: document.organisation,
    unit: document.unit,
  }
}

export const meta = publicMeta

/** Who stands behind it, what it is made from, how to save it, and which editions there have been. */
export default function AboutPage() {
  const { slug, machine, files, editions, colophon, party, organisation, unit } =
    useLoaderData<typeof loader>()
  const frame = usePublication()
  const t = useTexts(publicTexts)
  const language = useLanguage()
  return (
    <>
      <PageHead title={t('about.title')} lead={t('about.lead')} />
      <Columns>
        <section className={styles.section} id="downloads">
          <h2>{t('files.title')}</h2>
          <p className={styles.lead}>{t('files.lead')}</p>
          <FileList files={files} addresses={frame.addresses} />
        </section>
        <section className={styles.section} id="editions">
          <h2>{t('editions.title')}</h2>
          <p className={styles.lead}>{t('editions.lead')}</p>
          <EditionList
            organisation={frame.organisation}
            slug={slug}
            editions={editions}
            shown={frame.edition}
          />
        </section>
      </Columns>
      <section className={styles.section} id="sources">
        <h2>{t('about.this')}</h2>
        <FactList
          facts={[
            { label: t('about.behind'), value: <span lang="sv">{party || organisation}</span> },
            { label: t('about.state'), value: t(`state.${colophon.state}`) },
            { label: t('about.made'), value: day(colophon.date, language) },
            ...(colophon.signOffs.length > 0
              ? [
                  {
                    label: t('about.signOffs'),
                    value: (
                      <span lang="sv">
                        {colophon.signOffs
                          .map((each) =>
                            [each.body, day(each.decidedOn, language), each.reference]
                              .filter(Boolean)
                              .join(', '),
                          )
                          .join('; ')}
                      </span>
                    ),
                  },
                ]
              : []),
            {
              label: t('about.sources'),
              value:
                colophon.sources.length === 0
                  ? t('about.noSources')
                  : t('about.files', { files: colophon.sources.join(', ') }),
            },
            { label: t('about.amounts'), value: t('about.amountsNote', { unit: unitName(unit, t) }) },
            { label: t('about.base'), value: t('about.baseNote') },
            {
              label: t('about.machine'),
              value: <a href={machine}>{t('about.machineLink')}</a>,
            },
            { label: t('about.program'), value: colophon.program },
          ]}
        />
      </section>
    </>
  )
}
