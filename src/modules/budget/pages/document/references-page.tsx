import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Card, Row, Stack, TextField } from '#web/ui/index.ts'
import { listReferences } from '../../operations/list-references.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { documentAddress, DocumentFrame } from './document-frame.tsx'
import { documentPageTexts } from './document-texts.ts'
import { ReferenceList } from './reference-list.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const find = (new URL(args.request.url).searchParams.get('find') ?? '').slice(0, 200)
  const { groups } = await orProblemPage(
    visit.call(listReferences, { bookId: book.id, versionId: version.id, find }),
  )
  return { book, version, find, groups }
}

/** Everything the texts can refer to, and every figure of every statement for those who search. */
export default function ReferencesPage() {
  const { book, version, find, groups } = useLoaderData<typeof loader>()
  const t = useTexts(documentPageTexts)
  return (
    <DocumentFrame book={book} version={version} part="text">
      <Card title={t('references.title')}>
        <p>{t('references.lead')}</p>
        <form method="get">
          <Stack>
            <TextField
              label={t('references.find')}
              hint={t('references.find.hint')}
              type="search"
              name="find"
              maxLength={200}
              defaultValue={find}
            />
            <Row>
              <Button kind="primary">{t('references.submit')}</Button>
              <ButtonLink href={documentAddress(book, version).text}>{t('edit.back')}</ButtonLink>
            </Row>
          </Stack>
        </form>
        {groups.length === 0 ? <p>{t('references.none')}</p> : null}
        <ReferenceList groups={groups} open={find !== ''} />
      </Card>
    </DocumentFrame>
  )
}
