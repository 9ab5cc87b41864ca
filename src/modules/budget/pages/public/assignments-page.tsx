import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { useTexts } from '#web/language.tsx'
import { EmptyState, PageHead } from '#web/ui/index.ts'
import { AssignmentList, shownAssignment } from './parts/assignment-list.tsx'
import { usePublication } from './publication-layout.tsx'
import { publicationOf, publicMeta } from './publication-of.ts'
import styles from './public.module.css'
import { publicTexts } from './public-texts.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, document, titleOf } = await publicationOf(args)
  const { assignments } = document
  return {
    pageTitle: titleOf(publicTexts.in(visit.language)('part.assignments')),
    count: assignments.length,
    bodies: document.boards
      .map((board) => ({
        slug: board.slug,
        name: board.name,
        // An assignment that several answer for is listed by the first, whose number it has.
        assignments: assignments
          .filter((each) => each.responsible[0]?.slug === board.slug)
          .map(shownAssignment),
      }))
      .filter((body) => body.assignments.length > 0),
    others: assignments.filter((each) => each.responsible.length === 0).map(shownAssignment),
  }
}

export const meta = publicMeta

/** Everything that is asked of somebody, by whom it is asked of. */
export default function AssignmentsPage() {
  const { count, bodies, others } = useLoaderData<typeof loader>()
  const { addresses } = usePublication()
  const t = useTexts(publicTexts)
  return (
    <>
      <PageHead title={t('assignments.title')} lead={t('assignments.lead')} />
      {count === 0 ? <EmptyState title={t('assignments.none')} /> : null}
      {bodies.length > 3 ? (
        <nav aria-label={t('assignments.title')}>
          <ul role="list" className={styles.jump} lang="sv">
            {bodies.map((body) => (
              <li key={body.slug}>
                <a href={`#${body.slug}`}>{body.name}</a> <span>{body.assignments.length}</span>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {bodies.map((body) => (
        <section key={body.slug} id={body.slug} className={styles.section}>
          <h2 lang="sv">
            <a href={addresses.board(body.slug)} className={styles.heading}>
              {body.name}
            </a>
          </h2>
          <AssignmentList assignments={body.assignments} of={body.slug} />
        </section>
      ))}
      {others.length > 0 ? (
        <section className={styles.section}>
          <h2>{t('assignments.nobody')}</h2>
          <AssignmentList assignments={others} of={null} />
        </section>
      ) : null}
    </>
  )
}
