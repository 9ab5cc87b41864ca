import { Fragment } from 'react'
import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { FactList, PageHead } from '#web/ui/index.ts'
import { sourceWords } from './parts/words.ts'
import { usePublication } from './publication-layout.tsx'
import { foundByCode, publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { document, addresses, titleOf } = await publicationOf(args)
  const assignment = foundByCode(document.assignments, args.params['assignment'] ?? '', addresses.assignment)
  const chapter = document.chapters.find((each) => each.number === assignment.chapter)
  const pages = new Set(document.boards.map((board) => board.slug))
  return {
    pageTitle: titleOf(assignment.label),
    assignment: {
      ...assignment,
      // Who is only consulted has no page.
      consulted: assignment.consulted.map(({ name, slug }) => ({
        name,
        slug: slug !== null && pages.has(slug) ? slug : null,
      })),
    },
    chapter: chapter ? { slug: chapter.slug, title: `${chapter.number}. ${chapter.title}` } : null,
  }
}

export const meta = publicMeta

/** One assignment: what is asked, of whom, with what money, by when, and where it was written. */
export default function AssignmentPage() {
  const { assignment, chapter } = useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  const { responsible, consulted, kind, amounts, dueYear, condition, sourceKey, source, code } = assignment
  const first = responsible[0]
  return (
    <>
      <PageHead
        crumbs={[
          { href: addresses.assignments, label: t('part.assignments') },
          ...(first ? [{ href: addresses.board(first.slug), label: first.name }] : []),
        ]}
        crumbsLabel={t('crumbs')}
        title={<span lang="sv">{assignment.label}</span>}
      />
      <p className={styles.statement} lang="sv">
        {assignment.text}
      </p>
      <FactList
        facts={[
          {
            label: t('assignment.responsible'),
            value: responsible.length > 0 ? <Bodies bodies={responsible} /> : t('assignments.nobody'),
          },
          ...(consulted.length > 0
            ? [{ label: t('assignment.consulted'), value: <Bodies bodies={consulted} /> }]
            : []),
          ...said(t('assignment.kind'), kind === '–' ? '' : kind),
          ...said(t('assignment.theme'), assignment.theme),
          ...said(t('assignment.amounts'), amounts),
          ...said(t('assignment.due'), dueYear === null ? '' : String(dueYear)),
          ...said(t('assignment.condition'), condition),
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
          {
            label: t('how.source'),
            value:
              source === null
                ? t('origin.own')
                : [
                    t('source.read', { source: sourceWords(source, t) }),
                    sourceKey === '' ? '' : t('assignment.sourceKey', { key: sourceKey }),
                  ]
                    .filter(Boolean)
                    .join(' '),
          },
          { label: t('code'), value: t('code.note', { code }) },
        ]}
      />
    </>
  )
}

/** Something that is said only when there is something to say. */
function said(label: string, value: string) {
  return value === '' ? [] : [{ label, value: <span lang="sv">{value}</span> }]
}

function Bodies({ bodies }: { bodies: readonly { name: string; slug: string | null }[] }) {
  const { addresses } = usePublication()
  return bodies.map(({ name, slug }, at) => (
    <Fragment key={name}>
      {at > 0 ? ', ' : ''}
      {slug === null ? (
        <span lang="sv">{name}</span>
      ) : (
        <a href={addresses.board(slug)} lang="sv">
          {name}
        </a>
      )}
    </Fragment>
  ))
}
