import { useEffect } from 'react'
import { redirect, useLoaderData, useRevalidator, type LoaderFunctionArgs } from 'react-router'
import type { Handle } from '#web/handle.ts'
import { useTexts } from '#web/language.tsx'
import { orProblemPage } from '#web/page-problem.ts'
import { ButtonLink, Card, PageHead, Progress, Row } from '#web/ui/index.ts'
import { previewImport } from '../../operations/preview-import.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { answersIn, fileIdsIn } from './asked.ts'
import { importTexts } from './import-texts.ts'

export const handle = { scripts: true } satisfies Handle

/** Where somebody waits for a large file to be read. When it is, they are led on to what is in it. */
export async function loader(args: LoaderFunctionArgs) {
  const { visit, book } = await bookAndVersion({ ...args, params: { book: args.params['book'] } })
  const { searchParams, search } = new URL(args.request.url)
  const asked = { bookId: book.id, fileIds: fileIdsIn(args.params), answers: answersIn(searchParams) }
  const preview = await orProblemPage(visit.call(previewImport, { ...asked, wait: false }))
  const address = `/budget/${book.slug}/import/${args.params['fileIds']}`
  if (preview.state === 'read') throw redirect(address + search)
  return { share: preview.share, again: `${address}/reading${search}`, other: `/budget/${book.slug}/import` }
}

const pause = 300

/** How far the reading of the files has come. */
export default function ReadingPage() {
  const { share, again, other } = useLoaderData<typeof loader>()
  const { revalidate, state } = useRevalidator()
  const t = useTexts(importTexts)
  useEffect(() => {
    if (state !== 'idle') return undefined
    const timer = setTimeout(() => void revalidate(), pause)
    return () => clearTimeout(timer)
  }, [revalidate, state])
  return (
    <>
      <PageHead title={t('reading.title')} lead={t('reading.lead')} />
      <Card>
        <Progress label={t('reading.title')} share={share} />
        <p role="status">{t('reading.share', { share })}</p>
        <Row>
          <ButtonLink href={again}>{t('reading.again')}</ButtonLink>
          <ButtonLink href={other}>{t('preview.other')}</ButtonLink>
        </Row>
      </Card>
    </>
  )
}
