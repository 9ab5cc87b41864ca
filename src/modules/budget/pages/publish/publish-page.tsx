import {
  redirect,
  useActionData,
  useLoaderData,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
} from 'react-router'
import { FormNotices } from '#web/form-notices.tsx'
import { orFormProblem, orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Notice, PageHead } from '#web/ui/index.ts'
import { budgetTexts } from '../../messages/budget.ts'
import { listPublications } from '../../operations/list-publications.ts'
import { previewPublication } from '../../operations/preview-publication.ts'
import { publishVersion } from '../../operations/publish-version.ts'
import { withdrawPublication } from '../../operations/withdraw-publication.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { VersionPicker } from '../book/version-picker.tsx'
import { EditionsCard } from './editions-card.tsx'
import { NextEditionCard } from './next-edition-card.tsx'
import { publishTexts } from './publish-texts.ts'
import { PublicStateCard } from './public-state-card.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const { searchParams } = new URL(args.request.url)
  const [preview, { publications }] = await orProblemPage(
    Promise.all([
      visit.call(previewPublication, { bookId: book.id, versionId: version.id }),
      visit.call(listPublications, { bookId: book.id }),
    ]),
  )
  return {
    book,
    version,
    preview,
    publications,
    organisation: visit.organisation?.slug ?? '',
    publicUrl: visit.publicUrl,
    mayPublish: visit.may(publishVersion),
    published: searchParams.get('published'),
    withdrawn: searchParams.get('withdrawn'),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const form = await args.request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const page = `/budget/${book.slug}/publish/${version.slug}`
  return orFormProblem(visit, budgetTexts, form, async () => {
    if (text('intent') === 'withdraw') {
      const { edition } = await visit.call(withdrawPublication, {
        bookId: book.id,
        publicationId: text('publicationId'),
        note: text('note'),
      })
      return redirect(`${page}?withdrawn=${edition}`)
    }
    const reason = text('overrideReason')
    const { edition } = await visit.call(publishVersion, {
      bookId: book.id,
      versionId: version.id,
      seen: text('seen'),
      ...(reason.trim() === '' ? {} : { overrideReason: reason }),
    })
    return redirect(`${page}?published=${edition}`)
  })
}

/** What the public sees of a version, what would be published now, and every edition there has been. */
export default function PublishPage() {
  const data = useLoaderData<typeof loader>()
  const { book, version, preview, publications, organisation, mayPublish } = data
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(publishTexts)
  return (
    <>
      <PageHead title={t('title', { name: version.name })} lead={t('lead')} />
      <VersionPicker
        book={book}
        current={version.slug}
        href={(slug) => `/budget/${book.slug}/publish/${slug}`}
        only={({ kind }) => kind !== 'scenario'}
      />
      <FormNotices problem={problem} />
      {data.published === null ? null : (
        <Notice tone="good" title={t('published', { edition: data.published })} live>
          <p>{t('published.text')}</p>
        </Notice>
      )}
      {data.withdrawn === null ? null : (
        <Notice tone="good" title={t('withdrawn', { edition: data.withdrawn })} live>
          <p>{t('withdrawn.text')}</p>
        </Notice>
      )}
      <PublicStateCard preview={preview} organisation={organisation} />
      <NextEditionCard
        preview={preview}
        version={version}
        root={`/budget/${book.slug}`}
        address={`${data.publicUrl}/public/${organisation}/${preview.slug}`}
        mayPublish={mayPublish}
        problem={problem?.values['intent'] === 'publish' ? problem : undefined}
      />
      <EditionsCard
        publications={publications}
        organisation={organisation}
        mayWithdraw={mayPublish}
        problem={problem?.values['intent'] === 'withdraw' ? problem : undefined}
      />
    </>
  )
}
