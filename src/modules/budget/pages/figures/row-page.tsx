import { useActionData, useLoaderData, type ActionFunctionArgs, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import { ButtonLink, Card, cells, Icon, Notice, Row, Table } from '#web/ui/index.ts'
import { correctRow } from '../../operations/correct-row.ts'
import { explainFigure } from '../../operations/explain-figure.ts'
import { getRow } from '../../operations/get-row.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { frameTexts } from '../book/frame-texts.ts'
import { unitWord } from '../parts/units.ts'
import { FigureCard } from './figure-card.tsx'
import { MeaningCard } from './meaning-card.tsx'
import { changeRow } from './row-action.ts'
import { rowAddress } from './row-address.ts'
import { RowHistory } from './row-history.tsx'
import { rowTexts } from './row-texts.ts'
import styles from './figures.module.css'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const { searchParams } = new URL(args.request.url)
  const place = {
    bookId: book.id,
    versionId: version.id,
    table: args.params['table'] ?? '',
    row: args.params['row'] ?? '',
  }
  const row = await orProblemPage(visit.call(getRow, place))
  const cell = row.cells.find((each) => each.column.key === searchParams.get('column')) ?? null
  const explained =
    cell?.compiled &&
    (await orProblemPage(visit.call(explainFigure, { ...place, subject: 'cell', column: cell.column.key })))
  const saved = (['meaning', 'override', 'withdrawn'] as const).find(
    (each) => each === searchParams.get('saved'),
  )
  return {
    book,
    version,
    row,
    cell,
    here: rowAddress(book.slug, version.slug, place.table, place.row),
    explanation: explained?.explanation ?? null,
    saved: saved ?? null,
    mayWrite: visit.may(correctRow) && row.editable,
  }
}

export const action = (args: ActionFunctionArgs) => changeRow(args)

export type RowShown = Awaited<ReturnType<typeof loader>>['row']

/** One row: its figures, how each came about, what the row is taken to mean, and what people have changed. */
export default function RowPage() {
  const { book, version, row, cell, here, explanation, saved, mayWrite } = useLoaderData<typeof loader>()
  const problem = useActionData<typeof action>()?.problem
  const t = useTexts(rowTexts)
  const words = useTexts(frameTexts)
  const unit = unitWord(row.unit, words)
  const table = `/budget/${book.slug}/figures/${version.slug}/${encodeURIComponent(row.table.key)}`
  const about = problem?.values['intent'] === 'meaning' ? 'meaning' : 'figure'
  return (
    <>
      <Row align="between">
        <h2>{[row.section, row.label].filter(Boolean).join(', ')}</h2>
        <ButtonLink small href={`${table}?subject=${row.hasPrinted ? 'printed' : 'compiled'}`}>
          {t('back')}: {row.table.title}
        </ButtonLink>
      </Row>
      {saved && !problem ? <Notice tone="good" title={t(`saved.${saved}`)} live /> : null}
      {row.editable ? null : <Notice title={t('closed')} />}
      <Card title={t('figures')}>
        <FiguresTable row={row} unit={unit} here={here} chosen={cell?.column.key ?? null} />
      </Card>
      {cell ? (
        <FigureCard
          row={row}
          cell={cell}
          unit={unit}
          decimals={book.decimals}
          explanation={explanation}
          mayWrite={mayWrite}
          problem={about === 'figure' ? problem : undefined}
        />
      ) : null}
      <MeaningCard row={row} mayWrite={mayWrite} problem={about === 'meaning' ? problem : undefined} />
      <RowHistory row={row} decimals={book.decimals} />
    </>
  )
}

function FiguresTable({
  row,
  unit,
  here,
  chosen,
}: {
  row: RowShown
  unit: string
  here: string
  chosen: string | null
}) {
  const t = useTexts(rowTexts)
  const text = (figure: { text: string } | null) => (figure ? figure.text || t('blank') : t('noCell'))
  return (
    <Table
      label={t('figures')}
      caption={t('figures.caption', { unit })}
      head={
        <tr>
          <th scope="col">{t('column')}</th>
          {row.hasPrinted ? (
            <th scope="col" className={cells.numeric}>
              {t('printed')}
            </th>
          ) : null}
          {row.hasCompiled ? (
            <th scope="col" className={cells.numeric}>
              {t('compiled')}
            </th>
          ) : null}
          {row.hasPrinted ? (
            <th scope="col" className={cells.numeric}>
              {t('sourceLine')}
            </th>
          ) : null}
        </tr>
      }
    >
      <tbody>
        {row.cells.map(({ column, printed, compiled, override }) => (
          <tr key={column.key}>
            <th scope="row">
              <a
                href={`${here}?column=${encodeURIComponent(column.key)}#figure`}
                aria-current={column.key === chosen ? 'true' : undefined}
              >
                {column.label}
              </a>
            </th>
            {row.hasPrinted ? <td className={cells.numeric}>{text(printed)}</td> : null}
            {row.hasCompiled ? (
              <td className={cells.numeric}>
                {text(compiled)}
                {override ? (
                  <span className={styles.byHand}>
                    <Icon name="edit" label={t('byHand')} />
                  </span>
                ) : null}
              </td>
            ) : null}
            {row.hasPrinted ? (
              <td className={cells.numeric}>{printed?.sourceLine ?? row.sourceLine ?? ''}</td>
            ) : null}
          </tr>
        ))}
      </tbody>
    </Table>
  )
}
