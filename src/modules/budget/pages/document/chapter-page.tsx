import {
  redirect,
  useActionData,
  useLoaderData,
  useSearchParams,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { found } from '#platform/operations/problem.ts'
import type { FormProblem } from '#web/page-problem.ts'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import {
  Button,
  ButtonLink,
  Card,
  Disclosure,
  Notice,
  Row,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '#web/ui/index.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { getDocument } from '../../operations/get-document.ts'
import { listReferences } from '../../operations/list-references.ts'
import { writeChapter } from '../../operations/write-chapter.ts'
import { bookAndVersion } from '../book/book-of.ts'
import type { BookLayoutData } from '../book/book-layout.tsx'
import { ChapterText } from './chapter-text.tsx'
import { documentAddress, DocumentFrame, isOpen } from './document-frame.tsx'
import type { ChapterShown } from './document-shown.ts'
import { documentPageTexts } from './document-texts.ts'
import styles from './document.module.css'
import { ReferenceList } from './reference-list.tsx'
import { TextFaults } from './text-faults.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const target = { bookId: book.id, versionId: version.id }
  return orProblemPage(
    (async () => {
      const document = await visit.call(getDocument, target)
      const id = args.params['chapter']
      const chapter = id === 'new' ? null : found(document.chapters.find((each) => each.id === id))
      const { groups } = await visit.call(listReferences, target)
      return {
        book,
        version,
        document,
        chapter,
        groups,
        mayWrite: visit.may(writeChapter) && isOpen(version),
      }
    })(),
  )
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const form = await args.request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const id = args.params['chapter']
  const removed = text('intent') === 'remove'
  const addresses = documentAddress(book, version)
  return orFormProblem(visit, budgetTexts, form, async () => {
    const { chapterId } = await visit.call(writeChapter, {
      bookId: book.id,
      versionId: version.id,
      ...(id === 'new' ? {} : { chapterId: id }),
      expectedRevision: Number(text('revision')),
      number: text('number'),
      title: text('title'),
      publicBoardId: text('publicBoardId') || null,
      // A form sends its lines as CRLF; a text is kept with plain ones.
      text: text('text').replaceAll('\r\n', '\n'),
      removed,
    })
    return redirect(removed ? addresses.text : `${addresses.chapter(chapterId)}?saved=1`)
  })
}

/** Writes a chapter: the text, what it can refer to beside it, and how it prints below. */
export default function ChapterPage() {
  const { book, version, document, chapter, groups, mayWrite } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const [search] = useSearchParams()
  const t = useTexts(documentPageTexts)
  const addresses = documentAddress(book, version)
  const isOwn = ({ chapterId }: { chapterId: string }) => chapterId === chapter?.id
  const own = {
    ...document,
    faults: document.faults.filter(isOwn),
    typedAmounts: document.typedAmounts.filter(isOwn),
  }
  const saved = search.get('saved') === '1' && !problem
  return (
    <DocumentFrame book={book} version={version} part="text">
      <h2>{chapter ? `${chapter.number}. ${chapter.title}` : t('edit.new')}</h2>
      {saved && own.faults.length === 0 ? (
        <Notice tone="good" live>
          <p>{t('edit.saved')}</p>
        </Notice>
      ) : null}
      <TextFaults document={own} live={saved} />
      <div className={styles.columns}>
        <Stack>
          <Card>
            <ChapterForm
              book={book}
              chapter={chapter}
              problem={problem}
              back={addresses.text}
              mayWrite={mayWrite}
            />
          </Card>
          {chapter && mayWrite ? <RemoveChapter chapter={chapter} /> : null}
        </Stack>
        <Card title={t('references.title')}>
          <p className={styles.soft}>{t('references.lead')}</p>
          <ReferenceList groups={groups} open={false} />
          <Row>
            <ButtonLink small href={addresses.references} target="_blank">
              {t('references.all')}
            </ButtonLink>
          </Row>
        </Card>
      </div>
      <Card title={t('edit.preview')}>
        {chapter === null || chapter.text.length === 0 ? (
          <p className={styles.soft}>{t('edit.preview.none')}</p>
        ) : (
          <ChapterText text={chapter.text} assignments={document.assignments} />
        )}
      </Card>
    </DocumentFrame>
  )
}

function ChapterForm({
  book,
  chapter,
  problem,
  back,
  mayWrite,
}: {
  book: BookLayoutData['book']
  chapter: ChapterShown | null
  problem: FormProblem | undefined
  back: string
  mayWrite: boolean
}) {
  const t = useTexts(documentPageTexts)
  const value = (name: string, now: string) => problem?.values[name] ?? now
  const theirs = problem?.code === 'changedMeanwhile' ? problem.facts : null
  return (
    <form method="post">
      <fieldset disabled={!mayWrite}>
        <Stack>
          {problem ? (
            <Notice tone="bad" title={problem.title} live>
              <p>{theirs ? t('edit.theirs') : problem.detail}</p>
            </Notice>
          ) : null}
          {theirs ? (
            <TextArea label={t('edit.theirs.label')} readOnly defaultValue={String(theirs['text'] ?? '')} />
          ) : null}
          <input
            type="hidden"
            name="revision"
            value={String(theirs?.['revision'] ?? value('revision', String(chapter?.revision ?? 0)))}
          />
          <Row>
            <div className={styles.short}>
              <TextField
                label={t('edit.number')}
                name="number"
                required
                maxLength={20}
                defaultValue={value('number', chapter?.number ?? '')}
                error={problem?.fields['number']}
              />
            </div>
            <TextField
              label={t('edit.heading')}
              name="title"
              required
              maxLength={200}
              size={40}
              defaultValue={value('title', chapter?.title ?? '')}
              error={problem?.fields['title']}
            />
          </Row>
          <SelectField
            label={t('edit.board')}
            name="publicBoardId"
            defaultValue={value('publicBoardId', chapter?.board?.id ?? '')}
            options={[
              { value: '', label: t('edit.board.none') },
              ...book.publicBoards
                .filter((each) => each.kind === 'publicBoard')
                .map((each) => ({ value: each.id, label: each.name })),
            ]}
          />
          <div className={styles.source}>
            <TextArea
              label={t('edit.text')}
              hint={t('edit.text.hint')}
              name="text"
              maxLength={200_000}
              defaultValue={value('text', chapter?.source ?? '')}
              error={problem?.fields['text']}
            />
          </div>
          <Row>
            {mayWrite ? <Button kind="primary">{t('edit.save')}</Button> : null}
            <ButtonLink href={back}>{t('edit.back')}</ButtonLink>
          </Row>
        </Stack>
      </fieldset>
    </form>
  )
}

function RemoveChapter({ chapter }: { chapter: ChapterShown }) {
  const t = useTexts(documentPageTexts)
  return (
    <Disclosure summary={t('edit.remove')}>
      <form method="post">
        <Stack>
          <p>{t('edit.remove.text')}</p>
          <input type="hidden" name="revision" value={chapter.revision} />
          <input type="hidden" name="number" value={chapter.number} />
          <input type="hidden" name="title" value={chapter.title} />
          <input type="hidden" name="publicBoardId" value={chapter.board?.id ?? ''} />
          <input type="hidden" name="text" value={chapter.source} />
          <Row>
            <Button name="intent" value="remove" kind="danger">
              {t('edit.remove.yes')}
            </Button>
          </Row>
        </Stack>
      </form>
    </Disclosure>
  )
}
