import { useLoaderData, type LoaderFunctionArgs } from 'react-router'
import { orProblemPage } from '#web/page-problem.ts'
import { useTexts } from '#web/language.tsx'
import {
  ButtonLink,
  Card,
  cells,
  Disclosure,
  FactList,
  Icon,
  Row,
  rows,
  Segments,
  Table,
} from '#web/ui/index.ts'
import { explainFigure } from '../../operations/explain-figure.ts'
import { getTable } from '../../operations/get-tables.ts'
import { bookAndVersion } from '../book/book-of.ts'
import { frameTexts } from '../book/frame-texts.ts'
import { unitWord } from '../parts/units.ts'
import { ExplanationTree } from './explanation-tree.tsx'
import { figuresTexts } from './figures-texts.ts'
import { rowAddress } from './row-address.ts'
import styles from './figures.module.css'

export async function loader(args: LoaderFunctionArgs) {
  const { visit, book, version } = await bookAndVersion(args)
  const { searchParams } = new URL(args.request.url)
  const target = { bookId: book.id, versionId: version.id }
  const subject = searchParams.get('subject') === 'compiled' ? ('compiled' as const) : ('printed' as const)
  const key = args.params['table'] ?? ''
  const table = await orProblemPage(visit.call(getTable, { ...target, table: key, subject }))
  const [row, column] = [searchParams.get('row'), searchParams.get('column')]
  const explained =
    row && column && table.hasCompiled
      ? await visit
          .call(explainFigure, { ...target, subject: 'cell', table: key, row, column })
          .catch(() => null)
      : null
  return { book, version, table, row, column, explanation: explained?.explanation ?? null }
}

/** One table; any figure opens how it came about, down to the line it was printed on. */
export default function TablePage() {
  const {
    book,
    version,
    table,
    row: chosenRow,
    column: chosenColumn,
    explanation,
  } = useLoaderData<typeof loader>()
  const t = useTexts(figuresTexts)
  const words = useTexts(frameTexts)
  const here = `/budget/${book.slug}/figures/${version.slug}/${encodeURIComponent(table.key)}`
  const chosen = table.rows.find((row) => row.key === chosenRow)
  const at = table.columns.findIndex((column) => column.key === chosenColumn)
  const cell = chosen?.cells[at]
  return (
    <>
      <Row align="between">
        <h2>{table.title}</h2>
        <Row>
          {table.hasPrinted && table.hasCompiled ? (
            <Segments
              label={t('origin')}
              tabs={(['printed', 'compiled'] as const).map((subject) => ({
                href: `${here}?subject=${subject}`,
                label: t(subject),
                current: table.subject === subject,
              }))}
            />
          ) : null}
          <ButtonLink small href={`/budget/${book.slug}/figures/${version.slug}`}>
            {t('all')}
          </ButtonLink>
        </Row>
      </Row>
      {chosen && cell ? (
        <Card className={styles.explanation} id="explanation">
          <h3>
            {[chosen.section, chosen.label].filter(Boolean).join(', ')}, {table.columns[at]?.label}
          </h3>
          <FactList
            facts={[
              {
                label: table.subject === 'printed' ? t('printed') : t('compiled'),
                value: cell.printed || t('blank'),
              },
              ...(cell.beside
                ? [{ label: table.subject === 'printed' ? t('compiled') : t('printed'), value: cell.beside }]
                : []),
              ...(cell.sourceLine === null
                ? []
                : [{ label: t('source'), value: `${table.source ?? ''} ${cell.sourceLine}`.trim() }]),
            ]}
          />
          <Row>
            <ButtonLink
              small
              href={`${rowAddress(book.slug, version.slug, table.key, chosen.key)}?column=${encodeURIComponent(table.columns[at]?.key ?? '')}#figure`}
            >
              {t('row.open')}
            </ButtonLink>
          </Row>
          {explanation ? (
            <Disclosure summary={t('explain')} open>
              <ExplanationTree node={explanation} decimals={book.decimals} open />
            </Disclosure>
          ) : null}
        </Card>
      ) : null}
      <Card>
        <Table
          label={table.title}
          caption={`${unitWord(table.unit, words)}. ${t('caption')}`}
          head={
            <tr>
              <th scope="col">{t('row')}</th>
              {table.columns.map((column) => (
                <th key={column.key} scope="col" className={cells.numeric}>
                  {column.label}
                </th>
              ))}
            </tr>
          }
        >
          <tbody>
            {table.rows.map((row, place) => {
              const heading = row.section !== (table.rows[place - 1]?.section ?? null) ? row.section : null
              return [
                heading ? (
                  <tr key={`section ${heading} ${row.key}`} className={rows.section}>
                    <th scope="colgroup" colSpan={table.columns.length + 1}>
                      {heading}
                    </th>
                  </tr>
                ) : null,
                <tr
                  key={row.key}
                  id={row.key}
                  className={row.kind === 'sum' ? rows.sum : row.kind === 'ofWhich' ? rows.part : undefined}
                >
                  <th scope="row">
                    <a
                      className={styles.rowName}
                      href={rowAddress(book.slug, version.slug, table.key, row.key)}
                    >
                      {row.label}
                    </a>
                  </th>
                  {row.cells.map((each, index) => {
                    const column = table.columns[index]
                    if (!each || !column) return <td key={column?.key ?? index} />
                    return (
                      <td key={column.key} className={cells.numeric}>
                        <a
                          className={each.findings > 0 ? styles.found : styles.figure}
                          href={`${here}?subject=${table.subject}&row=${encodeURIComponent(row.key)}&column=${encodeURIComponent(column.key)}#explanation`}
                          title={
                            each.findings > 0 ? t('findings.count', { count: each.findings }) : undefined
                          }
                        >
                          {each.printed || '–'}
                        </a>
                        {each.origin === 'override' ? (
                          <span className={styles.byHand}>
                            <Icon name="edit" label={t('legend.override')} />
                          </span>
                        ) : null}
                        {each.beside ? <span className={styles.beside}>{each.beside}</span> : null}
                      </td>
                    )
                  })}
                </tr>,
              ]
            })}
          </tbody>
        </Table>
        <Legend cells={table.rows.flatMap((row) => row.cells)} />
      </Card>
    </>
  )
}

/** What the signs at the figures mean; only those that stand in this table. */
function Legend({
  cells: shown,
}: {
  cells: readonly ({ origin: string; findings: number; beside: string | null } | null)[]
}) {
  const t = useTexts(figuresTexts)
  const signs = [
    {
      key: 'override' as const,
      used: shown.some((cell) => cell?.origin === 'override'),
      sign: (
        <span className={styles.byHand}>
          <Icon name="edit" />
        </span>
      ),
    },
    {
      key: 'found' as const,
      used: shown.some((cell) => cell !== null && cell.findings > 0),
      sign: <span className={styles.found}>123</span>,
    },
    {
      key: 'beside' as const,
      used: shown.some((cell) => cell !== null && cell.beside !== null),
      sign: '≠',
    },
  ].filter(({ used }) => used)
  if (signs.length === 0) return null
  return (
    <ul role="list" aria-label={t('legend')} className={styles.legend}>
      {signs.map(({ key, sign }) => (
        <li key={key}>
          {sign} {t(`legend.${key}`)}
        </li>
      ))}
    </ul>
  )
}
