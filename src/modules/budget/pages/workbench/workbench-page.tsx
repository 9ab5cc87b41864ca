import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import type { Handle } from '#web/handle.ts'
import { orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Notice } from '#web/ui/index.ts'
import { getWorkbench } from '../../operations/get-workbench.ts'
import { setAmounts } from '../../operations/set-amounts.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { frameTexts } from '../book/frame-texts.ts'
import { VersionPicker } from '../book/version-picker.tsx'
import { unitWord } from '../parts/units.ts'
import { Workbench } from './workbench.tsx'
import { workbenchTexts } from './workbench-texts.ts'

export const handle = { scripts: true } satisfies Handle

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const workbench = await orProblemPage(visit.call(getWorkbench, { bookId: book.id, versionId: version.id }))
  const mayWrite = visit.may(setAmounts)
  return { book, version, mayWrite, workbench: { ...workbench, editable: workbench.editable && mayWrite } }
}

/** The grid where our budget is written. */
export default function WorkbenchPage() {
  const { book, version, workbench, mayWrite } = useLoaderData<typeof loader>()
  const t = useTexts(workbenchTexts)
  const words = useTexts(frameTexts)
  const root = `/budget/${book.slug}`
  return (
    <>
      <VersionPicker
        book={book}
        current={version.slug}
        href={(slug) => `${root}/workbench/${slug}`}
        only={(each) => each.kind !== 'base'}
      />
      {workbench.editable ? null : (
        <Notice>
          <p>{mayWrite ? t('readOnly.state', { state: version.state }) : t('readOnly')}</p>
        </Notice>
      )}
      <Workbench
        key={version.id}
        initial={workbench}
        unit={unitWord(book.amountUnit, words)}
        address={`${root}/workbench/${version.slug}`}
        bookAddress={root}
        figuresAddress={`${root}/figures/${version.slug}`}
      />
    </>
  )
}
