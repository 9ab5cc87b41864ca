import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { Facts, PageHead } from '#web/ui/index.ts'
import { AssignmentList, shownAssignment } from './parts/assignment-list.tsx'
import { PublicTable } from './parts/document-table.tsx'
import { barValue, FigureLink, signed } from './parts/figure-link.tsx'
import { unitName } from './parts/words.ts'
import { usePublication } from './publication-layout.tsx'
import { notThere, publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { document, titleOf } = await publicationOf(args)
  const { boards } = document
  const at = boards.findIndex((each) => each.slug === args.params['board'])
  const board = boards[at] ?? notThere()
  const brief = (one: (typeof boards)[number] | undefined) => one && { slug: one.slug, name: one.name }
  return {
    pageTitle: titleOf(board.name),
    board,
    unit: document.unit,
    years: document.yearLabels,
    before: brief(boards[at - 1]),
    after: brief(boards[at + 1]),
    reasons: document.reforms
      .filter((reform) => board.reforms.includes(reform.slug) && reform.rationale !== '')
      .map(({ slug, label, rationale }) => ({ slug, label, rationale })),
    assignments: document.assignments
      .filter((each) => board.assignments.includes(each.slug))
      .map(shownAssignment),
    chapters: document.chapters
      .filter((each) => each.board === board.slug)
      .map(({ slug, number, title }) => ({ slug, label: `${number}. ${title}` })),
    tables: document.statements
      .filter((table) => table.body === board.name)
      .map(({ slug, title }) => ({ slug, label: title })),
  }
}

export const meta = publicMeta

/** What one board gets, what we change for it and why, and what we ask of it. */
export default function BoardPage() {
  const { board, unit, years, before, after, reasons, assignments, chapters, tables } =
    useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  const { table, base, change, sum, share } = board
  const row = (key: string) => (table ? addresses.row(table, key) : null)
  return (
    <>
      <PageHead
        crumbs={[{ href: addresses.boards, label: t('part.boards') }]}
        crumbsLabel={t('crumbs')}
        title={<span lang="sv">{board.name}</span>}
        lead={t(table ? 'board.lead' : 'board.noMoney')}
      />
      {table && base && sum[0] && change[0] && base[0] ? (
        <>
          <Facts
            facts={[
              {
                label: t('board.own', { year: years[0] ?? '' }),
                figure: <FigureLink figure={sum[0]} href={`${row('sum')}#${table.columns[0]?.key}`} />,
                unit: unitName(unit, t),
                note: t('board.change', { change: signed(change[0]).printed, base: base[0].printed }),
              },
              {
                label: t('board.share'),
                figure: share[0]?.printed ?? '',
                note: t('board.shareNote'),
              },
              { label: t('part.reforms'), figure: board.reforms.length },
              { label: t('part.assignments'), figure: assignments.length },
            ]}
          />
          <section className={styles.section} id="figures">
            <h2>{t('board.table')}</h2>
            <PublicTable
              table={table}
              addresses={addresses}
              barsLabel={t('board.changeIn', { year: years[0] ?? '' })}
              bars={({ about, cells: [first] }) => {
                const value = barValue(first)
                return about === null || value === 0
                  ? []
                  : [{ from: 0, to: value, tone: value > 0 ? 'plus' : 'minus' }]
              }}
            />
            {board.reforms.length === 0 ? <p className={styles.note}>{t('board.noReforms')}</p> : null}
          </section>
        </>
      ) : null}
      {reasons.length > 0 ? (
        <section className={styles.section} id="reasons">
          <h2>{t('board.reasons')}</h2>
          {reasons.map((reform) => (
            <div key={reform.slug} lang="sv" className={styles.prose}>
              <h3>
                <a href={addresses.reform(reform.slug)}>{reform.label}</a>
              </h3>
              {reform.rationale.split(/\n+/u).map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </div>
          ))}
        </section>
      ) : null}
      {chapters.length + tables.length > 0 ? (
        <section className={styles.section} id="related">
          <h2>{t('board.related')}</h2>
          <ul role="list" className={styles.list} lang="sv">
            {chapters.map((each) => (
              <li key={each.slug}>
                <a href={addresses.chapter(each.slug)}>{each.label}</a>
              </li>
            ))}
            {tables.map((each) => (
              <li key={each.slug}>
                <a href={addresses.table(each.slug)}>{each.label}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <section className={styles.section} id="assignments">
        <h2>{t('board.assignments')}</h2>
        {assignments.length === 0 ? (
          <p className={styles.note}>{t('board.noAssignments')}</p>
        ) : (
          <AssignmentList assignments={assignments} of={board.slug} />
        )}
      </section>
      <nav aria-label={t('board.others')} className={styles.turn}>
        {before ? (
          <a href={addresses.board(before.slug)} rel="prev" lang="sv">
            ← {before.name}
          </a>
        ) : (
          <span />
        )}
        {after ? (
          <a href={addresses.board(after.slug)} rel="next" lang="sv">
            {after.name} →
          </a>
        ) : null}
      </nav>
    </>
  )
}
