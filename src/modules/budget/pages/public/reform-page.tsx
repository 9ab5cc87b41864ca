import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { cells, FactList, PageHead, Table } from '#web/ui/index.ts'
import { sourceWords, unitName } from './parts/words.ts'
import { usePublication } from './publication-layout.tsx'
import { foundByCode, publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { document, addresses, titleOf } = await publicationOf(args)
  const reform = foundByCode(document.reforms, args.params['reform'] ?? '', addresses.reform)
  const board = document.boards.find((each) => each.slug === reform.board)
  const chapter = document.chapters.find((each) => each.number === reform.chapter)
  return {
    pageTitle: titleOf(reform.label),
    reform,
    unit: document.unit,
    years: document.yearLabels,
    board: board ? { slug: board.slug, name: board.name } : null,
    chapter: chapter ? { slug: chapter.slug, title: `${chapter.number}. ${chapter.title}` } : null,
  }
}

export const meta = publicMeta

/** One change: what it costs each year, why, whose it is and where it was written. */
export default function ReformPage() {
  const { reform, unit, years, board, chapter } = useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  return (
    <>
      <PageHead
        crumbs={[
          { href: addresses.reforms, label: t('part.reforms') },
          ...(board ? [{ href: addresses.board(board.slug), label: board.name }] : []),
        ]}
        crumbsLabel={t('crumbs')}
        title={<span lang="sv">{reform.label}</span>}
        lead={t(`kind.${reform.kind}`)}
      />
      <Table
        label={reform.label}
        caption={t('table.captionPlain', { unit: unitName(unit, t) })}
        head={
          <tr lang="sv">
            <th scope="col">
              <span className="visually-hidden">{t('table.row')}</span>
            </th>
            {years.map((year) => (
              <th key={year} scope="col" className={cells.numeric}>
                {year}
              </th>
            ))}
          </tr>
        }
      >
        <tbody>
          {reform.ore ? (
            <tr>
              <th scope="row">{t('reform.ore')}</th>
              {years.map((year, at) => (
                <td key={year} className={cells.numeric}>
                  {reform.ore?.[at]?.printed}
                </td>
              ))}
            </tr>
          ) : null}
          <tr>
            <th scope="row">{t('reform.amount')}</th>
            {years.map((year, at) => (
              <td key={year} className={cells.numeric}>
                <strong>{reform.amounts[at]?.printed}</strong>
              </td>
            ))}
          </tr>
        </tbody>
      </Table>
      {reform.rationale === '' ? null : (
        <section className={styles.section}>
          <h2>{t('reform.why')}</h2>
          <div className={styles.prose} lang="sv">
            {reform.rationale.split(/\n+/u).map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </section>
      )}
      <section className={styles.section}>
        <h2>{t('reform.facts')}</h2>
        <FactList
          facts={[
            ...(board
              ? [
                  {
                    label: t('reform.board'),
                    value: (
                      <a href={addresses.board(board.slug)} lang="sv">
                        {board.name}
                      </a>
                    ),
                  },
                ]
              : []),
            { label: t('reform.recurring'), value: t(reform.recurring ? 'recurring.yes' : 'recurring.no') },
            ...(chapter
              ? [
                  {
                    label: t('reform.chapter'),
                    value: (
                      <a href={addresses.chapter(chapter.slug)} lang="sv">
                        {chapter.title}
                      </a>
                    ),
                  },
                ]
              : []),
            ...reform.links.map((link) => ({
              label: t('reform.link'),
              value: <a href={link.address}>{link.title}</a>,
            })),
            {
              label: t('how.source'),
              value:
                reform.source === null
                  ? t('origin.own')
                  : t('source.read', { source: sourceWords(reform.source, t) }),
            },
            { label: t('code'), value: t('code.note', { code: reform.code }) },
          ]}
        />
      </section>
    </>
  )
}
