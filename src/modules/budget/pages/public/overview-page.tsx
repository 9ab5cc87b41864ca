import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { Columns, Facts, Stack } from '#web/ui/index.ts'
import { ResultsTable } from './parts/results-table.tsx'
import { BoardsTable } from './parts/boards-table.tsx'
import { FileList } from './parts/file-list.tsx'
import { FigureLink, signed } from './parts/figure-link.tsx'
import { EditionList } from './parts/edition-list.tsx'
import { PathTable } from './parts/path-table.tsx'
import { unitName } from './parts/words.ts'
import { publicationOf, publicMeta } from './publication-of.ts'
import { usePublication } from './publication-layout.tsx'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { document, publication, titleOf } = await publicationOf(args)
  const { results, path, overview, boards, reforms, assignments, chapters, statements, findings } = document
  return {
    pageTitle: titleOf(),
    slug: publication.slug,
    party: document.party,
    unit: document.unit,
    results,
    path,
    overview,
    files: publication.files,
    editions: publication.editions,
    counts: {
      boards: boards.filter((board) => board.base !== null).length,
      reforms: reforms.length,
      assignments: assignments.length,
      chapters: chapters.length,
      tables: statements.length,
      open: findings.open.length,
      checks: findings.checks,
    },
  }
}

export const meta = publicMeta

/** The budget at a glance: what each year comes to, the way there, what each board gets, and where everything is. */
export default function OverviewPage() {
  const { slug, unit, results, path, overview, files, editions, counts } = useLoaderData<typeof loader>()
  const { addresses, edition, organisation } = usePublication()
  const t = useTexts(publicTexts)
  const [first] = results
  const total = overview.rows.find((row) => row.key === 'total')
  const rowAddress = (row: string) => addresses.row(path, row)
  return (
    <>
      {first ? (
        <Facts
          facts={[
            {
              label: t('fact.result', { year: String(first.year) }),
              figure: <FigureLink figure={first.result} href={`${rowAddress('ownResult')}#${first.year}`} />,
              unit: unitName(unit, t),
              note: first.required
                ? t(first.met ? 'fact.met' : 'fact.missed', { required: first.required.printed })
                : null,
            },
            {
              label: t('fact.appropriations', { year: String(first.year) }),
              figure: (
                <FigureLink
                  figure={total?.cells[2] ?? null}
                  href={`${addresses.row(overview, 'total')}#sum:${first.year}`}
                />
              ),
              unit: unitName(unit, t),
              note: total?.cells[1]
                ? t('fact.more', { amount: signed(total.cells[1]).printed, unit: unitName(unit, t) })
                : null,
            },
            {
              label: t('fact.reforms'),
              figure: (
                <a href={addresses.reforms} className={styles.figure}>
                  {counts.reforms}
                </a>
              ),
              note: t('fact.boards', { count: counts.boards }),
            },
            {
              label: t('fact.assignments'),
              figure: (
                <a href={addresses.assignments} className={styles.figure}>
                  {counts.assignments}
                </a>
              ),
              note: t('fact.assignmentsNote'),
            },
          ]}
        />
      ) : null}
      <section id="results" className={styles.section}>
        <h2>{t('results.title')}</h2>
        <p className={styles.lead}>{t('results.lead')}</p>
        <ResultsTable results={results} path={path} unit={unit} />
      </section>
      <section id="path" className={styles.section}>
        <h2>{t('path.title')}</h2>
        <p className={styles.lead}>{t('path.lead')}</p>
        <PathTable table={path} />
      </section>
      <section id="boards" className={styles.section}>
        <h2>{t('boards.title')}</h2>
        <p className={styles.lead}>{t('boards.lead')}</p>
        <BoardsTable table={overview} />
      </section>
      <Columns>
        <section className={styles.section}>
          <h2>{t('more.title')}</h2>
          <ul role="list" className={styles.list}>
            <More
              href={addresses.reforms}
              label={t('part.reforms')}
              note={t('more.reforms', { count: counts.reforms })}
            />
            <More
              href={addresses.assignments}
              label={t('part.assignments')}
              note={t('more.assignments', { count: counts.assignments })}
            />
            {counts.chapters > 0 ? (
              <More
                href={addresses.chapters}
                label={t('part.chapters')}
                note={t('more.chapters', { count: counts.chapters })}
              />
            ) : null}
            <More
              href={addresses.tables}
              label={t('part.tables')}
              note={t('more.tables', { count: counts.tables })}
            />
            <More
              href={addresses.findings}
              label={t('part.findings')}
              note={t('more.findings', { checks: counts.checks, open: counts.open })}
            />
          </ul>
        </section>
        <Stack gap="loose">
          <section className={styles.section} id="downloads">
            <h2>{t('files.title')}</h2>
            <FileList files={files} addresses={addresses} />
          </section>
          <section className={styles.section} id="editions">
            <h2>{t('editions.title')}</h2>
            <EditionList organisation={organisation} slug={slug} editions={editions} shown={edition} />
          </section>
        </Stack>
      </Columns>
    </>
  )
}

function More({ href, label, note }: { href: string; label: string; note: string }) {
  return (
    <li>
      <a href={href}>{label}</a>
      <span className={styles.note}>{note}</span>
    </li>
  )
}
