import { redirect, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Card, EmptyState, Notice, Row, Stack, Status } from '#web/ui/index.ts'
import { documentFormats } from '../../document/render/render-job.ts'
import { getDocument } from '../../operations/get-document.ts'
import { reorderChapters } from '../../operations/reorder-chapters.ts'
import { writeChapter } from '../../operations/write-chapter.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { frameTexts } from '../book/frame-texts.ts'
import { ChapterText } from './chapter-text.tsx'
import { documentAddress, DocumentFrame, isOpen } from './document-frame.tsx'
import type { ChapterShown, DocumentShown } from './document-shown.ts'
import { documentPageTexts } from './document-texts.ts'
import styles from './document.module.css'
import { moved } from './moved.ts'
import { TextFaults } from './text-faults.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const document = await orProblemPage(visit.call(getDocument, { bookId: book.id, versionId: version.id }))
  return { book, version, document, mayWrite: visit.may(writeChapter) && isOpen(version) }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const target = { bookId: book.id, versionId: version.id }
  const form = await args.request.formData()
  const { chapters } = await orProblemPage(visit.call(getDocument, target))
  const chapterIds = moved(
    chapters.map((chapter) => chapter.id),
    String(form.get('move') ?? ''),
  )
  if (chapterIds) await orProblemPage(visit.call(reorderChapters, { ...target, chapterIds }))
  return redirect(`${documentAddress(book, version).text}#${String(form.get('move')).split(':')[1] ?? ''}`)
}

/** The document as it will be printed, what has to be put right first, and the files to take with one. */
export default function DocumentPage() {
  const { book, version, document, mayWrite } = useLoaderData<typeof loader>()
  const t = useTexts(documentPageTexts)
  const words = useTexts(frameTexts)
  const addresses = documentAddress(book, version)
  const { chapters, assignments } = document
  return (
    <DocumentFrame book={book} version={version} part="text">
      <Row>
        <Status tone={version.state === 'draft' ? 'plain' : 'good'}>{words(`state.${version.state}`)}</Status>
        <span>
          {t('summary', {
            chapters: chapters.length,
            words: chapters.reduce((total, chapter) => total + chapter.words, 0),
            assignments: assignments.length,
          })}
        </span>
      </Row>
      {version.state === 'adopted' || version.state === 'archived' ? (
        <Notice>
          <p>{t(`closed.${version.state}`)}</p>
        </Notice>
      ) : null}
      <TextFaults document={document} {...(mayWrite ? { address: addresses.chapter } : {})} />
      {document.openFindings > 0 ? (
        <Notice tone="warn">
          <p>
            {t('findings', { count: document.openFindings })}{' '}
            <a href={`/budget/${book.slug}/check/${version.slug}?subject=compiled`}>{t('findings.open')}</a>
          </p>
        </Notice>
      ) : null}
      <Card title={t('files')}>
        <p className={styles.soft}>{t('files.lead')}</p>
        <ul role="list" className={styles.files}>
          {documentFormats.map((format) => (
            <li key={format}>
              <a href={addresses.file(format)} download>
                {t(`file.${format}`)}
              </a>
              <span className={styles.soft}>{t(`file.${format}.text`)}</span>
            </li>
          ))}
        </ul>
      </Card>
      {chapters.length === 0 ? (
        <EmptyState
          title={t('none.title')}
          action={
            mayWrite ? (
              <ButtonLink kind="primary" href={addresses.chapter('new')}>
                {t('chapter.add')}
              </ButtonLink>
            ) : null
          }
        >
          {mayWrite ? t('none.text') : t('none.read')}
        </EmptyState>
      ) : null}
      <Stack>
        {chapters.map((chapter, at) => (
          <Chapter
            key={chapter.id}
            chapter={chapter}
            document={document}
            address={addresses.chapter(chapter.id)}
            first={at === 0}
            last={at === chapters.length - 1}
            mayWrite={mayWrite}
          />
        ))}
      </Stack>
      {mayWrite && chapters.length > 0 ? (
        <Row>
          <ButtonLink kind="primary" href={addresses.chapter('new')}>
            {t('chapter.add')}
          </ButtonLink>
        </Row>
      ) : null}
    </DocumentFrame>
  )
}

function Chapter({
  chapter,
  document,
  address,
  first,
  last,
  mayWrite,
}: {
  chapter: ChapterShown
  document: DocumentShown
  address: string
  first: boolean
  last: boolean
  mayWrite: boolean
}) {
  const t = useTexts(documentPageTexts)
  const { id, number, title } = chapter
  return (
    <Card id={id} title={`${number}. ${title}`}>
      <Row align="between">
        <span className={styles.soft}>
          {[chapter.board?.name, t('chapter.words', { words: chapter.words })].filter(Boolean).join(', ')}
        </span>
        {mayWrite ? (
          <form method="post">
            <Row>
              <ButtonLink small href={address} aria-label={t('chapter.edit.of', { number, title })}>
                {t('chapter.edit')}
              </ButtonLink>
              {first ? null : (
                <Button
                  small
                  kind="quiet"
                  name="move"
                  value={`up:${id}`}
                  aria-label={t('chapter.up.of', { number })}
                >
                  {t('chapter.up')}
                </Button>
              )}
              {last ? null : (
                <Button
                  small
                  kind="quiet"
                  name="move"
                  value={`down:${id}`}
                  aria-label={t('chapter.down.of', { number })}
                >
                  {t('chapter.down')}
                </Button>
              )}
            </Row>
          </form>
        ) : null}
      </Row>
      {chapter.text.length === 0 ? <p className={styles.soft}>{t('chapter.empty')}</p> : null}
      <ChapterText text={chapter.text} assignments={document.assignments} />
    </Card>
  )
}
