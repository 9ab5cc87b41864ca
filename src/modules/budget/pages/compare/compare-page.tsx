import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { Button, ButtonLink, Card, EmptyState, Notice, Row, SelectField } from '#web/ui/index.ts'
import { compareVersions } from '../../operations/compare-versions.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { frameTexts } from '../book/frame-texts.ts'
import { unitWord } from '../parts/units.ts'
import { AdjustmentsTable } from './adjustments-table.tsx'
import { BoardsTable } from './boards-table.tsx'
import { compareTexts } from './compare-texts.ts'
import { ResultsTable } from './results-table.tsx'
import { WayTable } from './way-table.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book } = await bookAndVersion(args)
  const { searchParams } = new URL(args.request.url)
  const named = (name: string) => book.versions.find((version) => version.slug === searchParams.get(name))
  const first = named('first') ?? book.versions.find((version) => version.kind === 'base') ?? book.versions[0]
  const second =
    named('second') ?? book.versions.find((version) => version.kind === 'own') ?? book.versions[1]
  const detail = searchParams.get('detail') === 'adjustments' ? ('adjustments' as const) : ('boards' as const)
  const year = Number(searchParams.get('year')) || undefined
  const comparison =
    first && second && first.id !== second.id
      ? await orProblemPage(
          visit.call(compareVersions, {
            bookId: book.id,
            first: first.id,
            second: second.id,
            detail,
            ...(year ? { year } : {}),
          }),
        )
      : null
  return { book, first: first?.slug ?? '', second: second?.slug ?? '', detail, comparison }
}

/** Any two budgets side by side: the result, the boards, the way between them, and change by change. */
export default function ComparePage() {
  const { book, first, second, detail, comparison } = useLoaderData<typeof loader>()
  const t = useTexts(compareTexts)
  const words = useTexts(frameTexts)
  const root = `/budget/${book.slug}`
  const versions = book.versions
    .filter((version) => version.state !== 'archived')
    .map((version) => ({ value: version.slug, label: version.name }))
  const nameOf = (slug: string) => book.versions.find((version) => version.slug === slug)?.name ?? ''
  const isEmpty = comparison?.boards.length === 0 && (comparison.adjustments ?? []).length === 0
  const shown = {
    decimals: book.decimals,
    unit: unitWord(book.amountUnit, words),
    first: nameOf(first),
    second: nameOf(second),
  }
  return (
    <>
      <Row align="between">
        <form method="get">
          <Row>
            <SelectField label={t('first')} name="first" defaultValue={first} options={versions} />
            <SelectField label={t('second')} name="second" defaultValue={second} options={versions} />
            <SelectField
              label={t('year')}
              name="year"
              defaultValue={comparison?.year}
              options={book.years.map((year) => ({ value: String(year), label: String(year) }))}
            />
            <SelectField
              label={t('detail')}
              name="detail"
              defaultValue={detail}
              options={[
                { value: 'boards', label: t('detail.boards') },
                { value: 'adjustments', label: t('detail.adjustments') },
              ]}
            />
            <Button>{t('show')}</Button>
          </Row>
        </form>
        <Row>
          <ButtonLink
            small
            href={`${root}/compare?first=${second}&second=${first}&year=${comparison?.year ?? ''}&detail=${detail}`}
          >
            {t('swap')}
          </ButtonLink>
          <ButtonLink small href={`${root}/sensitivity`}>
            {t('sensitivity')}
          </ButtonLink>
          <ButtonLink small href={`${root}/versions`}>
            {t('versions')}
          </ButtonLink>
        </Row>
      </Row>
      {isEmpty ? (
        <EmptyState
          title={t('empty.title')}
          action={<ButtonLink href={`${root}/figures`}>{t('figures')}</ButtonLink>}
        >
          {t('empty.text')}
        </EmptyState>
      ) : comparison ? (
        <>
          <Card title={t('result')}>
            <ResultsTable comparison={comparison} {...shown} />
          </Card>
          <Card title={t('way', { first: shown.first, second: shown.second, year: String(comparison.year) })}>
            <WayTable comparison={comparison} {...shown} />
          </Card>
          <Card title={t('boards', { year: String(comparison.year) })}>
            <BoardsTable comparison={comparison} {...shown} />
          </Card>
          <Card title={t('adjustments')}>
            <AdjustmentsTable comparison={comparison} {...shown} />
          </Card>
        </>
      ) : (
        <Notice>
          <p>{t('same')}</p>
        </Notice>
      )}
    </>
  )
}
