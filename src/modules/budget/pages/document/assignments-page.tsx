import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Card, EmptyState, Notice, Row } from '#web/ui/index.ts'
import { getDocument } from '../../operations/get-document.ts'
import { reorderAssignments } from '../../operations/reorder-assignments.ts'
import { writeAssignment } from '../../operations/write-assignment.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { AssignmentMarks } from './chapter-text.tsx'
import { documentAddress, DocumentFrame, isOpen } from './document-frame.tsx'
import type { AssignmentShown } from './document-shown.ts'
import { documentPageTexts } from './document-texts.ts'
import styles from './document.module.css'
import { moved } from './moved.ts'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const { assignments } = await orProblemPage(
    visit.call(getDocument, { bookId: book.id, versionId: version.id }),
  )
  return {
    book,
    version,
    boards: byBoard(assignments),
    mayWrite: visit.may(writeAssignment) && isOpen(version),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const target = { bookId: book.id, versionId: version.id }
  const asked = String((await args.request.formData()).get('move') ?? '')
  const { assignments } = await orProblemPage(visit.call(getDocument, target))
  const board = byBoard(assignments).find((each) => each.assignments.some((one) => asked.endsWith(one.id)))
  const assignmentIds = moved(board?.assignments.map((each) => each.id) ?? [], asked)
  if (assignmentIds) await orProblemPage(visit.call(reorderAssignments, { ...target, assignmentIds }))
  return redirect(`${documentAddress(book, version).assignments}#${asked.split(':')[1] ?? ''}`)
}

type Board = { slug: string; name: string; assignments: AssignmentShown[] }

/** The assignments under the body that numbers them: the first that answers for each. */
function byBoard(assignments: readonly AssignmentShown[]): Board[] {
  const boards = new Map<string, Board>()
  for (const assignment of assignments) {
    const { slug, name } = assignment.responsible[0] ?? { slug: '', name: '' }
    const board = boards.get(slug)
    if (board) board.assignments.push(assignment)
    else boards.set(slug, { slug, name, assignments: [assignment] })
  }
  return [...boards.values()]
}

/** What each board and company is told to do, numbered as in the document. */
export default function AssignmentsPage() {
  const { book, version, boards, mayWrite } = useLoaderData<typeof loader>()
  const t = useTexts(documentPageTexts)
  const addresses = documentAddress(book, version)
  const add = mayWrite ? (
    <ButtonLink kind="primary" href={addresses.assignment('new')}>
      {t('assignments.add')}
    </ButtonLink>
  ) : null
  return (
    <DocumentFrame book={book} version={version} part="assignments">
      {version.state === 'adopted' || version.state === 'archived' ? (
        <Notice>
          <p>{t(`closed.${version.state}`)}</p>
        </Notice>
      ) : null}
      {boards.length === 0 ? (
        <EmptyState title={t('assignments.none.title')} action={add}>
          {t('assignments.none.text')}
        </EmptyState>
      ) : (
        <>
          <Row align="between">
            <p className={styles.lead}>{t('assignments.lead')}</p>
            {add}
          </Row>
          {boards.length > 1 ? (
            <nav aria-label={t('assignments.jump')}>
              <ul role="list" className={styles.jump}>
                {boards.map((board) => (
                  <li key={board.slug}>
                    <a href={`#${board.slug}`}>{board.name}</a> ({board.assignments.length})
                  </li>
                ))}
              </ul>
            </nav>
          ) : null}
          {boards.map((board) => (
            <Card key={board.slug} id={board.slug} title={board.name}>
              <form method="post">
                <ol className={styles.numbered}>
                  {board.assignments.map((assignment, at) => (
                    <Assignment
                      key={assignment.id}
                      assignment={assignment}
                      address={addresses.assignment(assignment.id)}
                      first={at === 0}
                      last={at === board.assignments.length - 1}
                      mayWrite={mayWrite}
                    />
                  ))}
                </ol>
              </form>
            </Card>
          ))}
        </>
      )}
    </DocumentFrame>
  )
}

function Assignment({
  assignment,
  address,
  first,
  last,
  mayWrite,
}: {
  assignment: AssignmentShown
  address: string
  first: boolean
  last: boolean
  mayWrite: boolean
}) {
  const t = useTexts(documentPageTexts)
  const { id, label, number, kind, theme, text } = assignment
  return (
    <li id={id}>
      <span className={styles.number}>{number}.</span>
      <div>
        <p>
          <span className={styles.kind}>{kind}:</span> {text}
        </p>
        <AssignmentMarks assignment={assignment} before={theme} />
      </div>
      {mayWrite ? (
        <div className={styles.actions}>
          <Row>
            <ButtonLink small href={address} aria-label={t('assignments.edit.of', { label })}>
              {t('assignments.edit')}
            </ButtonLink>
            {(['up', 'down'] as const).map((way) => (
              <Button
                key={way}
                small
                kind="quiet"
                name="move"
                value={`${way}:${id}`}
                disabled={way === 'up' ? first : last}
                aria-label={t(`assignments.${way}.of`, { label })}
              >
                {t(`assignments.${way}`)}
              </Button>
            ))}
          </Row>
        </div>
      ) : null}
    </li>
  )
}
