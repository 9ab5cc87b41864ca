import type { ReactNode } from 'react'
import { useTexts } from '#web/language.tsx'
import { ButtonLink, EmptyState, Row, Segments } from '#web/ui/index.ts'
import type { BookLayoutData } from '../book/book-layout.tsx'
import { VersionPicker } from '../book/version-picker.tsx'
import { documentPageTexts } from './document-texts.ts'

type Book = BookLayoutData['book']
type Version = Book['versions'][number]

export type DocumentPart = 'text' | 'assignments' | 'signOff'

/** The addresses of a version's document and its parts. */
export function documentAddress(book: { slug: string }, version: { slug: string }) {
  const document = `/budget/${book.slug}/document/${version.slug}`
  return {
    text: document,
    assignments: `${document}/assignments`,
    references: `${document}/references`,
    chapter: (id: string) => `${document}/chapters/${id}`,
    assignment: (id: string) => `${document}/assignments/${id}`,
    file: (format: string) => `${document}/file/${format}`,
    signOff: `/budget/${book.slug}/sign-off/${version.slug}`,
  }
}

/** May the version's texts still be written in? What is adopted or archived is a fact. */
export function isOpen(version: Pick<Version, 'state' | 'kind'>): boolean {
  return version.kind !== 'scenario' && (version.state === 'draft' || version.state === 'ready')
}

/** Which version, and which part of its document, above every page about it; a scenario has none. */
export function DocumentFrame({
  book,
  version,
  part,
  children,
}: {
  book: Book
  version: Version
  part: DocumentPart
  children: ReactNode
}) {
  const t = useTexts(documentPageTexts)
  const addresses = documentAddress(book, version)
  const parent = book.versions.find((each) => each.id === version.parentId)
  return (
    <>
      <Row align="between">
        <Segments
          label={t('parts')}
          tabs={(['text', 'assignments', 'signOff'] as const).map((each) => ({
            href: addresses[each],
            label: t(`part.${each}`),
            current: each === part,
          }))}
        />
        <VersionPicker
          book={book}
          current={version.slug}
          href={(slug) => documentAddress(book, { slug })[part]}
          only={(each) => each.kind === 'own' || each.kind === 'other' || each.id === version.id}
        />
      </Row>
      {version.kind === 'scenario' && part !== 'signOff' ? (
        <EmptyState
          title={t('scenario.title')}
          action={
            parent ? (
              <ButtonLink kind="primary" href={documentAddress(book, parent)[part]}>
                {t('scenario.action')}
              </ButtonLink>
            ) : null
          }
        >
          {t('scenario.text')}
        </EmptyState>
      ) : (
        children
      )}
    </>
  )
}
